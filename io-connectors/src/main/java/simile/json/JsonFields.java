package simile.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a JSON object, by name and type. Unknown fields are simply never asked for. Every
 * getter throws {@link MalformedJsonException} if the field is missing or has another type; those
 * with a default accept a missing field, never a wrong one.
 */
public final class JsonFields {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .build();

  private final JsonNode node;
  private final String where;

  private JsonFields(JsonNode node, String where) throws MalformedJsonException {
    if (!node.isObject()) {
      throw new MalformedJsonException(where + ": expected an object, found " + kind(node));
    }
    this.node = node;
    this.where = where;
  }

  /**
   * @param where what errors call the document, such as the file's path
   */
  public static JsonFields parse(byte[] json, String where) throws MalformedJsonException {
    try {
      return new JsonFields(MAPPER.readTree(json), where);
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(where + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (MalformedJsonException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedJsonException(where + ": " + e.getMessage(), e);
    }
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public String text(String name) throws MalformedJsonException {
    return text(get(name), name);
  }

  public String text(String name, String orElse) throws MalformedJsonException {
    return has(name) ? text(name) : orElse;
  }

  public long integer(String name) throws MalformedJsonException {
    return integer(get(name), name);
  }

  public long integer(String name, long orElse) throws MalformedJsonException {
    return has(name) ? integer(name) : orElse;
  }

  /** A double; the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"} count. */
  public double real(String name) throws MalformedJsonException {
    JsonNode value = get(name);
    if (value.isNumber()) {
      return value.doubleValue();
    }
    return switch (text(value, name)) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(name, "a number", value);
    };
  }

  public boolean bool(String name, boolean orElse) throws MalformedJsonException {
    if (!has(name)) {
      return orElse;
    }
    if (!get(name).isBoolean()) {
      throw wrong(name, "true or false", get(name));
    }
    return get(name).booleanValue();
  }

  /** An ISO-8601 instant, such as {@code 2026-01-31T12:00:00Z}. */
  public Instant instant(String name) throws MalformedJsonException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException e) {
      throw wrong(name, "an instant such as 2026-01-31T12:00:00Z", get(name));
    }
  }

  public JsonFields object(String name) throws MalformedJsonException {
    return new JsonFields(get(name), where + "." + name);
  }

  public List<JsonFields> objects(String name) throws MalformedJsonException {
    List<JsonFields> all = new ArrayList<>();
    for (JsonNode item : array(name)) {
      all.add(new JsonFields(item, where + "." + name + "[" + all.size() + "]"));
    }
    return List.copyOf(all);
  }

  public List<String> texts(String name) throws MalformedJsonException {
    List<String> all = new ArrayList<>();
    for (JsonNode item : array(name)) {
      all.add(text(item, name + "[" + all.size() + "]"));
    }
    return List.copyOf(all);
  }

  /** Lists of names; an inner list is never missing. */
  public List<List<String>> textLists(String name) throws MalformedJsonException {
    List<List<String>> all = new ArrayList<>();
    for (JsonNode item : array(name)) {
      List<String> inner = new ArrayList<>();
      for (JsonNode text : item) {
        inner.add(text(text, name));
      }
      all.add(List.copyOf(inner));
    }
    return List.copyOf(all);
  }

  public SortedMap<String, Long> integers(String name) throws MalformedJsonException {
    SortedMap<String, Long> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object(name).node.properties()) {
      all.put(field.getKey(), integer(field.getValue(), name + "." + field.getKey()));
    }
    return all;
  }

  public SortedMap<String, String> textMap(String name) throws MalformedJsonException {
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object(name).node.properties()) {
      all.put(field.getKey(), text(field.getValue(), name + "." + field.getKey()));
    }
    return all;
  }

  public SortedMap<String, JsonFields> objectMap(String name) throws MalformedJsonException {
    SortedMap<String, JsonFields> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : object(name).node.properties()) {
      all.put(field.getKey(), new JsonFields(field.getValue(), where + "." + name));
    }
    return all;
  }

  /** An error about this object, for values that have the right type and the wrong content. */
  public MalformedJsonException malformed(String message) {
    return new MalformedJsonException(where + ": " + message);
  }

  private JsonNode get(String name) throws MalformedJsonException {
    JsonNode value = node.get(name);
    if (value == null) {
      throw malformed("field '" + name + "' is missing");
    }
    return value;
  }

  // A list that is empty may be left out.
  private Iterable<JsonNode> array(String name) throws MalformedJsonException {
    if (!has(name)) {
      return List.of();
    }
    if (!get(name).isArray()) {
      throw wrong(name, "an array", get(name));
    }
    return get(name);
  }

  private String text(JsonNode value, String name) throws MalformedJsonException {
    if (!value.isTextual()) {
      throw wrong(name, "a string", value);
    }
    return value.textValue();
  }

  private long integer(JsonNode value, String name) throws MalformedJsonException {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a 64-bit integer", value);
    }
    return value.longValue();
  }

  private MalformedJsonException wrong(String name, String expected, JsonNode value) {
    return malformed(
        "field '" + name + "': expected " + expected + ", found " + kind(value) + " " + value);
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
  }
}
