package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simile.json.JsonFields;
import simile.json.JsonItems;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;

/**
 * {@link JsonFields} of a document that this program wrote and whose checksum has been checked, so
 * that there is nothing to judge: an array is passed over, and read when it is asked for.
 */
public final class StoredTree {
  private static final int MAX_DEPTH = 100;

  /** Up to so many digits, with a sign, every integer is a long. */
  private static final int SHORT_INTEGER = 18;

  private final byte[] bytes;
  private final String where;

  private StoredTree(byte[] bytes, String where) {
    this.bytes = bytes;
    this.where = where;
  }

  /**
   * @param json one object
   * @param where what errors call the document, such as the file's path
   * @throws MalformedJsonException if it is not one, has a name twice, or is nested too deep
   */
  public static JsonFields read(byte[] json, String where) throws MalformedJsonException {
    return new StoredTree(json, where).read();
  }

  private JsonFields read() throws MalformedJsonException {
    try {
      return JsonFields.of(object(0, bytes.length, 0), where);
    } catch (MalformedJsonException e) {
      throw located(e);
    }
  }

  private List<Object> readArray(int start, int end, int depth) throws MalformedJsonException {
    try {
      return array(start, end, depth);
    } catch (MalformedJsonException e) {
      throw located(e);
    }
  }

  private MalformedJsonException located(MalformedJsonException e) {
    return new MalformedJsonException(where + ": " + e.getMessage(), e);
  }

  private Map<String, Object> object(int start, int end, int depth) throws MalformedJsonException {
    requireShallow(depth);
    Map<String, Object> fields = new LinkedHashMap<>();
    Members members = new Members();
    members.moveTo(bytes, start, end);
    while (members.next()) {
      String name = text(members.nameStart(), members.nameEnd());
      if (fields.put(name, value(members, depth)) != null) {
        throw new MalformedJsonException("there are two fields '" + name + "' in one object");
      }
    }
    return fields;
  }

  private List<Object> array(int start, int end, int depth) throws MalformedJsonException {
    requireShallow(depth);
    List<Object> values = new ArrayList<>();
    Items items = new Items();
    items.moveTo(bytes, start, end);
    while (items.next()) {
      values.add(value(items, depth));
    }
    return values;
  }

  private Object value(Walker value, int depth) throws MalformedJsonException {
    int start = value.valueStart();
    int end = value.valueEnd();
    return switch (bytes[start]) {
      case '{' -> object(start, end, depth + 1);
      case '[' -> (JsonItems) () -> readArray(start, end, depth + 1);
      case '"' -> text(start, end);
      case 't' -> true;
      case 'f' -> false;
      case 'n' -> JsonFields.NULL;
      default -> number(start, end);
    };
  }

  private String text(int start, int end) {
    return JsonSpans.text(bytes, start, end - start);
  }

  private Object number(int start, int end) throws MalformedJsonException {
    String text = new String(bytes, start, end - start, UTF_8);
    try {
      if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
        return Double.parseDouble(text);
      }
      return text.length() <= SHORT_INTEGER ? (Object) Long.parseLong(text) : integer(text);
    } catch (NumberFormatException e) {
      throw new MalformedJsonException("expected a value, found '" + text + "'", e);
    }
  }

  private static Object integer(String text) {
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static void requireShallow(int depth) throws MalformedJsonException {
    if (depth > MAX_DEPTH) {
      throw new MalformedJsonException("it is nested deeper than " + MAX_DEPTH);
    }
  }
}
