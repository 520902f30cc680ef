package simile.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The fields of a JSON object, by name and type. Unknown fields are simply never asked for. Every
 * getter throws {@link MalformedJsonException} if the field is missing or has another type; those
 * with a default accept a missing field, never a wrong one.
 */
public final class JsonFields {
  /** What {@code null} is read as. */
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private final Map<?, ?> fields;
  // Put together when an error asks for it: there can be a hundred thousand objects in a document.
  private final Supplier<String> where;

  private JsonFields(Object value, Supplier<String> where) throws MalformedJsonException {
    if (!(value instanceof Map<?, ?> map)) {
      throw new MalformedJsonException(
          where.get() + ": expected an object, found " + describe(value));
    }
    this.fields = map;
    this.where = where;
  }

  /**
   * @param where what errors call the document, such as the file's path
   */
  public static JsonFields parse(byte[] json, String where) throws MalformedJsonException {
    Object tree;
    try {
      tree = JsonTree.read(json);
    } catch (JsonProcessingException e) {
      throw new MalformedJsonException(where + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new MalformedJsonException(where + ": not JSON: " + e.getMessage(), e);
    }
    return new JsonFields(tree, () -> where);
  }

  /**
   * @param tree of maps, lists or {@link JsonItems}, strings, longs or big integers, doubles,
   *     booleans and {@link #NULL}
   * @param where what errors call the document
   */
  public static JsonFields of(Map<String, Object> tree, String where)
      throws MalformedJsonException {
    return new JsonFields(tree, () -> where);
  }

  public boolean has(String name) {
    return fields.containsKey(name);
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
    Object value = get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
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
    if (get(name) instanceof Boolean value) {
      return value;
    }
    throw wrong(name, "true or false", get(name));
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
    return new JsonFields(get(name), () -> where.get() + "." + name);
  }

  public List<JsonFields> objects(String name) throws MalformedJsonException {
    List<JsonFields> all = new ArrayList<>();
    for (Object item : array(name)) {
      int index = all.size();
      all.add(new JsonFields(item, () -> where.get() + "." + name + "[" + index + "]"));
    }
    return List.copyOf(all);
  }

  public List<String> texts(String name) throws MalformedJsonException {
    List<String> all = new ArrayList<>();
    for (Object item : array(name)) {
      all.add(text(item, name + "[" + all.size() + "]"));
    }
    return List.copyOf(all);
  }

  /** Lists of names; an inner list is never missing. */
  public List<List<String>> textLists(String name) throws MalformedJsonException {
    List<List<String>> all = new ArrayList<>();
    for (Object item : array(name)) {
      List<String> inner = new ArrayList<>();
      for (Object text : items(item, name, "lists of strings")) {
        inner.add(text(text, name));
      }
      all.add(List.copyOf(inner));
    }
    return List.copyOf(all);
  }

  public SortedMap<String, Long> integers(String name) throws MalformedJsonException {
    SortedMap<String, Long> all = new TreeMap<>();
    for (Map.Entry<?, ?> field : object(name).fields.entrySet()) {
      all.put((String) field.getKey(), integer(field.getValue(), name + "." + field.getKey()));
    }
    return all;
  }

  public SortedMap<String, String> textMap(String name) throws MalformedJsonException {
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<?, ?> field : object(name).fields.entrySet()) {
      all.put((String) field.getKey(), text(field.getValue(), name + "." + field.getKey()));
    }
    return all;
  }

  /**
   * Names to plain values as texts; what is no text, number or boolean is left as Java shows it.
   */
  public SortedMap<String, String> plainMap(String name) throws MalformedJsonException {
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<?, ?> field : object(name).fields.entrySet()) {
      all.put((String) field.getKey(), String.valueOf(field.getValue()));
    }
    return all;
  }

  public SortedMap<String, JsonFields> objectMap(String name) throws MalformedJsonException {
    SortedMap<String, JsonFields> all = new TreeMap<>();
    for (Map.Entry<?, ?> field : object(name).fields.entrySet()) {
      all.put(
          (String) field.getKey(),
          new JsonFields(field.getValue(), () -> where.get() + "." + name));
    }
    return all;
  }

  /** An error about this object, for values that have the right type and the wrong content. */
  public MalformedJsonException malformed(String message) {
    return new MalformedJsonException(where.get() + ": " + message);
  }

  private Object get(String name) throws MalformedJsonException {
    Object value = fields.get(name);
    if (value == null) {
      throw malformed("field '" + name + "' is missing");
    }
    return value;
  }

  // A list that is empty may be left out.
  private List<?> array(String name) throws MalformedJsonException {
    if (!has(name)) {
      return List.of();
    }
    return items(get(name), name, "an array");
  }

  private List<?> items(Object value, String name, String expected) throws MalformedJsonException {
    if (value instanceof JsonItems items) {
      return items.read();
    }
    if (value instanceof List<?> items) {
      return items;
    }
    throw wrong(name, expected, value);
  }

  private String text(Object value, String name) throws MalformedJsonException {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "a string", value);
  }

  private long integer(Object value, String name) throws MalformedJsonException {
    if (value instanceof Long integer) {
      return integer;
    }
    throw wrong(name, "a 64-bit integer", value);
  }

  private MalformedJsonException wrong(String name, String expected, Object value) {
    return malformed("field '" + name + "': expected " + expected + ", found " + describe(value));
  }

  private static String describe(Object value) {
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List || value instanceof JsonItems) {
      return "an array";
    }
    String text = String.valueOf(value);
    return "'" + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + "'";
  }
}
