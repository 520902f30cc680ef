package simile.json.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import simile.json.JsonFields;
import simile.json.JsonItems;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;

/**
 * {@link JsonFields} of a document that this program wrote and whose checksum has been checked, so
 * that there is nothing to judge. It is walked once; arrays that can wait are passed over, and read
 * when they are asked for.
 */
public final class StoredTree extends Walker {
  private static final int MAX_DEPTH = 100;

  /** Up to so many digits, with a sign, every integer is a long. */
  private static final int SHORT_INTEGER = 18;

  private final byte[] bytes;
  private final String where;
  private final Set<String> later;

  private StoredTree(byte[] bytes, String where, Set<String> later) {
    this.bytes = bytes;
    this.where = where;
    this.later = later;
  }

  /**
   * @param json one object
   * @param where what errors call the document, such as the file's path
   * @param later names of the fields, at any depth, whose arrays can wait
   * @throws MalformedJsonException if it is not one, has a name twice, or is nested too deep
   */
  public static JsonFields read(byte[] json, String where, Set<String> later)
      throws MalformedJsonException {
    StoredTree tree = new StoredTree(json, where, later);
    try {
      tree.open(json, 0, json.length);
      Map<String, Object> fields = tree.object(0);
      tree.requireEnd();
      return JsonFields.of(fields, where);
    } catch (MalformedJsonException e) {
      throw tree.located(e);
    }
  }

  private List<Object> readLater(int start, int end) throws MalformedJsonException {
    StoredTree tree = new StoredTree(bytes, where, later);
    try {
      tree.open(bytes, start, end);
      return tree.array(0);
    } catch (MalformedJsonException e) {
      throw located(e);
    }
  }

  private MalformedJsonException located(MalformedJsonException e) {
    return new MalformedJsonException(where + ": " + e.getMessage(), e);
  }

  private Map<String, Object> object(int depth) throws MalformedJsonException {
    enter('{', depth);
    Map<String, Object> fields = new LinkedHashMap<>();
    while (peek() != '}') {
      String name = name();
      Object value = peek() == '[' && later.contains(name) ? passOver() : value(depth);
      if (fields.put(name, value) != null) {
        throw new MalformedJsonException("there are two fields '" + name + "' in one object");
      }
      separator('}');
    }
    leave();
    return fields;
  }

  private List<Object> array(int depth) throws MalformedJsonException {
    enter('[', depth);
    List<Object> values = new ArrayList<>();
    while (peek() != ']') {
      values.add(value(depth));
      separator(']');
    }
    leave();
    return values;
  }

  private String name() throws MalformedJsonException {
    int start = position();
    skipString();
    String name = text(start, position());
    skipSpace();
    take(':');
    skipSpace();
    return name;
  }

  private JsonItems passOver() throws MalformedJsonException {
    value();
    int start = valueStart();
    int end = valueEnd();
    return () -> readLater(start, end);
  }

  private Object value(int depth) throws MalformedJsonException {
    return switch (peek()) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      default -> {
        value();
        yield scalar(valueStart(), valueEnd());
      }
    };
  }

  private Object scalar(int start, int end) throws MalformedJsonException {
    return switch (bytes[start]) {
      case '"' -> text(start, end);
      case 't' -> true;
      case 'f' -> false;
      case 'n' -> JsonFields.NULL;
      default -> number(start, end);
    };
  }

  private void enter(char bracket, int depth) throws MalformedJsonException {
    if (depth > MAX_DEPTH) {
      throw new MalformedJsonException("it is nested deeper than " + MAX_DEPTH);
    }
    take(bracket);
    skipSpace();
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
}
