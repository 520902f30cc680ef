package simile.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import simile.json.StoredJson;

/**
 * Reads a few top-level fields of a record's JSON: numbers, strings, lists of strings, and the
 * names and strings of an object.
 */
final class FieldReader {
  private final JsonFactory json = StoredJson.parsers();
  private final Set<String> wanted;
  private final Map<String, Object> values = new HashMap<>();

  FieldReader(Set<String> wanted) {
    this.wanted = Set.copyOf(wanted);
  }

  /** Reads a record; the accessors tell of it until the next call. */
  void read(byte[] record) throws IOException {
    read(record, 0, record.length);
  }

  /** Reads a record that lies in an array. */
  void read(byte[] bytes, int start, int length) throws IOException {
    values.clear();
    try (JsonParser parser = json.createParser(bytes, start, length)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (!wanted.contains(name)) {
          parser.skipChildren();
        } else if (token == JsonToken.START_ARRAY) {
          values.put(name, strings(parser));
        } else if (token == JsonToken.START_OBJECT) {
          values.put(name, members(parser));
        } else if (token.isNumeric()) {
          values.put(name, number(parser));
        } else if (token.isBoolean()) {
          values.put(name, token == JsonToken.VALUE_TRUE ? 1L : 0L);
        } else if (token == JsonToken.VALUE_STRING) {
          values.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  Optional<String> text(String field) {
    return values.get(field) instanceof String s ? Optional.of(s) : Optional.empty();
  }

  OptionalDouble number(String field) {
    return values.get(field) instanceof Number n
        ? OptionalDouble.of(n.doubleValue())
        : OptionalDouble.empty();
  }

  /** A number, or 0 or 1 for a boolean, in the type that keeps it apart from its neighbours. */
  Optional<Number> ordered(String field) {
    return values.get(field) instanceof Number n ? Optional.of(n) : Optional.empty();
  }

  Optional<Instant> instant(String field) {
    return text(field).flatMap(FieldReader::parse);
  }

  /** The strings of a list, the names and strings of an object, or a string as a list of one. */
  List<String> texts(String field) {
    Object value = values.get(field);
    if (value instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return value instanceof String s ? List.of(s) : List.of();
  }

  private static Number number(JsonParser parser) throws IOException {
    boolean isLong =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return isLong ? (Number) parser.getLongValue() : (Number) parser.getDoubleValue();
  }

  private static List<String> strings(JsonParser parser) throws IOException {
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        strings.add(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return strings;
  }

  /** Names and values; of a value that is a list, the strings in it. */
  private static List<String> members(JsonParser parser) throws IOException {
    List<String> strings = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      strings.add(parser.currentName());
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        strings.add(parser.getText());
      } else if (token == JsonToken.START_ARRAY) {
        strings.addAll(strings(parser));
      } else {
        parser.skipChildren();
      }
    }
    return strings;
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
