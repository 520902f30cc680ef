package simile.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.json.StoredJson;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.record.Timestamps;

/**
 * A stored record, read again from its line by a plain parser, to compare other files with it.
 * Reused from line to line.
 */
final class StoredLine {
  /** A contract may describe it without a column; then it is no unknown member. */
  private static final String KIND = "type";

  private final JsonFactory json = StoredJson.parsers();
  private final Schema schema;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Object[] values;
  private StringBuilder extras = new StringBuilder();
  private StringBuilder extrasWithoutKind = new StringBuilder();

  StoredLine(Schema schema) {
    this.schema = schema;
    for (Column column : schema.columns()) {
      columnOf.put(column.name(), columnOf.size());
    }
    values = new Object[schema.columns().size()];
  }

  /**
   * Reads a line.
   *
   * @throws IOException if it is not one JSON object
   */
  void read(byte[] line) throws IOException {
    Arrays.fill(values, null);
    extras = new StringBuilder();
    extrasWithoutKind = new StringBuilder();
    try (JsonParser parser = json.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the line is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        member(parser, line);
      }
      if (parser.nextToken() != null) {
        throw new IOException("there is text after the record");
      }
    }
  }

  /**
   * Of a member that is there twice the last one counts: builds before 0.1 put the stamped time
   * after a null.
   */
  private void member(JsonParser parser, byte[] line) throws IOException {
    String name = parser.currentName();
    int nameStart = (int) parser.currentTokenLocation().getByteOffset();
    JsonToken token = parser.nextToken();
    int valueStart = (int) parser.currentTokenLocation().getByteOffset();
    int column = columnOf.getOrDefault(name, -1);
    Optional<Object> value =
        column < 0 || schema.columns().get(column).type() == ColumnType.JSON
            ? Optional.empty()
            : value(schema.columns().get(column).type(), token, parser);
    int end = end(parser, token);
    if (column >= 0 && token == JsonToken.VALUE_NULL) {
      return;
    }
    if (column >= 0 && schema.columns().get(column).type() == ColumnType.JSON) {
      values[column] = raw(line, valueStart, end);
    } else if (value.isPresent()) {
      values[column] = value.get();
    } else if (!name.equals(Schema.EMBEDDING)) {
      extra(name, raw(line, nameStart, end));
    }
  }

  /** What a column takes is a value; what it does not take is kept with the unknown members. */
  private void extra(String name, String member) {
    append(extras, member);
    if (!name.equals(KIND)) {
      append(extrasWithoutKind, member);
    }
  }

  private static void append(StringBuilder object, String member) {
    object.append(object.isEmpty() ? '{' : ',').append(member);
  }

  private static Optional<Object> value(ColumnType type, JsonToken token, JsonParser parser)
      throws IOException {
    return switch (type) {
      case TIMESTAMP ->
          token == JsonToken.VALUE_STRING
                  && Timestamps.parse(parser.getText()) != Timestamps.INVALID
              ? text(parser.getText())
              : Optional.empty();
      case TEXT -> token == JsonToken.VALUE_STRING ? text(parser.getText()) : Optional.empty();
      case REAL -> token.isNumeric() ? Optional.of(parser.getDoubleValue()) : Optional.empty();
      case INTEGER -> token.isNumeric() ? integer(parser) : Optional.empty();
      case BOOLEAN ->
          token.isBoolean()
              ? Optional.of(token == JsonToken.VALUE_TRUE ? 1L : 0L)
              : Optional.empty();
      case JSON -> Optional.empty();
    };
  }

  /** No text column takes U+0000 or half of a surrogate pair. */
  private static Optional<Object> text(String text) {
    boolean fits =
        text.indexOf('\0') < 0
            && text.codePoints()
                .allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    return fits ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Object> integer(JsonParser parser) throws IOException {
    try {
      return Optional.of(parser.getDecimalValue().longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Just after the current value. */
  private static int end(JsonParser parser, JsonToken token) throws IOException {
    parser.skipChildren();
    if (token == JsonToken.VALUE_STRING) {
      parser.finishToken();
    }
    return (int) parser.currentLocation().getByteOffset();
  }

  private static String raw(byte[] line, int start, int end) {
    return new String(line, start, end - start, UTF_8);
  }

  /** The id; empty if the line has none. */
  Optional<String> id() {
    return text(0);
  }

  Optional<String> text(int column) {
    return values[column] instanceof String text ? Optional.of(text) : Optional.empty();
  }

  boolean isAbsent(int column) {
    return values[column] == null;
  }

  /** A scalar value as {@link simile.segment.Bounds} have it; the column must not be absent. */
  double scalar(int column) throws IOException {
    if (values[column] instanceof Number number) {
      return number.doubleValue();
    }
    long micros = Timestamps.parse((String) values[column]);
    if (micros == Timestamps.INVALID) {
      throw new IOException("'" + values[column] + "' is no date-time");
    }
    return (double) micros;
  }

  /** Whether a column of a shard, which may be SQL's NULL, holds what the line says. */
  boolean agrees(int column, Object stored) {
    Object value = values[column];
    if (value instanceof Number number && stored instanceof Number other) {
      return number.doubleValue() == other.doubleValue() && number.longValue() == other.longValue();
    }
    return value == null ? stored == null : value.equals(stored);
  }

  /** Whether a shard's column of unknown members holds those of the line. */
  boolean hasExtras(Object stored) {
    return agrees(extras, stored) || agrees(extrasWithoutKind, stored);
  }

  private static boolean agrees(StringBuilder object, Object stored) {
    return object.isEmpty() ? stored == null : (object + "}").equals(stored);
  }
}
