package simile.conflict;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one record of two: each field of the newer, and those fields of the older that the newer
 * lacks. Of fields that are united an array has the items of the newer, then those of the older
 * that it lacks; an object has the members of both, of one name the newer's. {@code null} is a
 * lack.
 */
final class FieldMerge {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Set<String> united;

  /**
   * @param united the fields that are united
   */
  FieldMerge(Set<String> united) {
    this.united = united;
  }

  /**
   * A merged record.
   *
   * @param json the record; the newer's own bytes where the older has nothing to add
   * @param fields what comes from the older, wholly or in part; none if nothing does
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Merged(byte[] json, List<String> fields) {}

  Merged merge(byte[] newer, byte[] older) throws IOException {
    Map<String, byte[]> result = new LinkedHashMap<>(JsonMembers.of(newer));
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, byte[]> member : JsonMembers.of(older).entrySet()) {
      byte[] own = result.get(member.getKey());
      if (own == null) {
        result.put(member.getKey(), member.getValue());
        fields.add(member.getKey());
      } else if (united.contains(member.getKey())) {
        byte[] both = unite(own, member.getValue());
        if (both != own) {
          result.put(member.getKey(), both);
          fields.add(member.getKey());
        }
      }
    }
    return new Merged(fields.isEmpty() ? newer : object(result), fields);
  }

  /** The members of both; the newer's own bytes where the older has nothing to add. */
  private static byte[] unite(byte[] newer, byte[] older) throws IOException {
    JsonNode own = MAPPER.readTree(newer);
    JsonNode other = MAPPER.readTree(older);
    if (own instanceof ArrayNode items && other.isArray()) {
      Set<JsonNode> known = new LinkedHashSet<>();
      items.forEach(known::add);
      int before = items.size();
      other.forEach(item -> addOnce(items, known, item));
      return items.size() == before ? newer : MAPPER.writeValueAsBytes(items);
    }
    if (own instanceof ObjectNode members && other.isObject()) {
      int before = members.size();
      other.properties().forEach(entry -> members.putIfAbsent(entry.getKey(), entry.getValue()));
      return members.size() == before ? newer : MAPPER.writeValueAsBytes(members);
    }
    return newer;
  }

  private static void addOnce(ArrayNode items, Set<JsonNode> known, JsonNode item) {
    if (known.add(item)) {
      items.add(item);
    }
  }

  private static byte[] object(Map<String, byte[]> members) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    members.forEach(
        (name, value) -> {
          json.write(json.size() == 0 ? '{' : ',');
          json.write('"');
          json.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(name));
          json.writeBytes("\":".getBytes(StandardCharsets.UTF_8));
          json.writeBytes(value);
        });
    json.write('}');
    return json.toByteArray();
  }
}
