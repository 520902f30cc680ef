package simile.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;

/**
 * A stored record, read again from its line by a plain parser, to compare other files with it.
 * Reused from line to line.
 */
final class StoredLine {
  private static final int MAX_DEPTH = 1100;

  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private final Schema schema;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Object[] values;
  private StringBuilder extras = new StringBuilder();

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

  private void member(JsonParser parser, byte[] line) throws IOException {
    String name = parser.currentName();
    int nameStart = (int) parser.currentTokenLocation().getByteOffset();
    JsonToken token = parser.nextToken();
    Integer column = columnOf.get(name);
    if (column != null) {
      values[column] = value(schema.columns().get(column).type(), token, parser, line);
      return;
    }
    int end = end(parser, token);
    if (!name.equals(Schema.EMBEDDING)) {
      extras.append(extras.isEmpty() ? '{' : ',').append(raw(line, nameStart, end));
    }
  }

  private static Object value(ColumnType type, JsonToken token, JsonParser parser, byte[] line)
      throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    boolean isText = token == JsonToken.VALUE_STRING;
    Object value =
        switch (type) {
          case TEXT, TIMESTAMP -> isText ? stored(parser.getText()) : null;
          case REAL -> token.isNumeric() ? (Object) parser.getDoubleValue() : null;
          case INTEGER -> token.isNumeric() ? (Object) integer(parser) : null;
          case BOOLEAN ->
              token.isBoolean() ? (Object) (token == JsonToken.VALUE_TRUE ? 1L : 0L) : null;
          case JSON -> token == JsonToken.VALUE_NULL ? null : raw(line, start, end(parser, token));
        };
    parser.skipChildren();
    return value;
  }

  private static Long integer(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IOException("a whole number was expected, not " + parser.getText(), e);
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

  /**
   * Half of a surrogate pair has no UTF-8; what replaces it in the files is the same everywhere.
   */
  private static String stored(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
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
    try {
      OffsetDateTime time = OffsetDateTime.parse((String) values[column]);
      return (double) (time.toEpochSecond() * 1_000_000L + time.getNano() / 1000);
    } catch (DateTimeException e) {
      throw new IOException("'" + values[column] + "' is no date-time", e);
    }
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
    return extras.isEmpty() ? stored == null : (extras + "}").equals(stored);
  }
}
