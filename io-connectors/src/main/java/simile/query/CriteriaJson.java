package simile.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Criteria as one JSON object, such as {@code {"domains":["river"],"quality_below":0.3}}: how they
 * are sent to workers, and kept in the log. What is not asked for is not in it.
 */
public final class CriteriaJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CriteriaJson() {}

  public static String write(Criteria criteria) {
    ObjectNode object = JSON.createObjectNode();
    put(object, "ids", criteria.ids());
    put(object, "domains", criteria.domains());
    put(object, "source_domains", criteria.sourceDomains());
    put(object, "target_domains", criteria.targetDomains());
    criteria.minQuality().ifPresent(q -> object.put("min_quality", q));
    criteria.maxQuality().ifPresent(q -> object.put("max_quality", q));
    criteria.qualityBelow().ifPresent(q -> object.put("quality_below", q));
    criteria.createdAfter().ifPresent(t -> object.put("created_after", t.toString()));
    criteria.createdBefore().ifPresent(t -> object.put("created_before", t.toString()));
    put(object, "tags", criteria.tags());
    put(object, "frame_types", criteria.frameTypes());
    return object.toString();
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #write} made
   */
  public static Criteria read(String json) {
    JsonNode object;
    try {
      object = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("these are no criteria: " + json, e);
    }
    return new Criteria(
        texts(object, "ids"),
        texts(object, "domains"),
        texts(object, "source_domains"),
        texts(object, "target_domains"),
        number(object, "min_quality"),
        number(object, "max_quality"),
        number(object, "quality_below"),
        instant(object, "created_after"),
        instant(object, "created_before"),
        texts(object, "tags"),
        texts(object, "frame_types"));
  }

  private static void put(ObjectNode object, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(name);
      values.forEach(array::add);
    }
  }

  private static List<String> texts(JsonNode object, String name) {
    List<String> values = new ArrayList<>();
    object.path(name).forEach(value -> values.add(value.asText()));
    return values;
  }

  private static OptionalDouble number(JsonNode object, String name) {
    return object.has(name)
        ? OptionalDouble.of(object.get(name).doubleValue())
        : OptionalDouble.empty();
  }

  private static Optional<Instant> instant(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).map(value -> Instant.parse(value.asText()));
  }
}
