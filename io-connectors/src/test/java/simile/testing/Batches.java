package simile.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import simile.record.ColumnType;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/** Batches from JSON lines, made the slow and plain way. For tests of the formats. */
public final class Batches {
  /** When every test run was submitted. */
  public static final String SUBMITTED_AT = "2026-01-02T03:04:05Z";

  private static final JsonFactory JSON = new JsonFactory();

  private final Schema schema;
  private final byte[] bytes;
  private final RecordBatchBuilder builder;

  private Batches(Schema schema, byte[] bytes) {
    this.schema = schema;
    this.bytes = bytes;
    this.builder = RecordBatch.builder(schema, bytes, SUBMITTED_AT);
  }

  /**
   * Parses lines that are known to be right. A line {@code -ID} is a deletion; one without id gets
   * {@code derived-} and its number.
   */
  public static RecordBatch of(Schema schema, List<String> lines) throws IOException {
    ByteArrayOutputStream slab = new ByteArrayOutputStream();
    for (String line : lines) {
      slab.write((line + "\n").getBytes(UTF_8));
    }
    Batches batches = new Batches(schema, slab.toByteArray());
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      int length = lines.get(i).getBytes(UTF_8).length;
      batches.add(start, length, i);
      start += length + 1;
    }
    return batches.builder.build();
  }

  private void add(int start, int length, int line) throws IOException {
    builder.startRow(start, length, Position.of(0, line));
    if (bytes[start] == '-') {
      builder.id(bytes, start + 1, length - 1, false).deletion().endRow();
      return;
    }
    boolean hasId = false;
    try (JsonParser json = JSON.createParser(bytes, start, length)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        int memberStart = start + (int) json.currentTokenLocation().getByteOffset();
        String name = json.currentName();
        json.nextToken();
        int valueStart = start + (int) json.currentTokenLocation().getByteOffset();
        if (name.equals(Schema.EMBEDDING)) {
          builder.vector(vector(json));
          continue;
        }
        int column = schema.indexOf(name);
        JsonToken token = json.currentToken();
        String text = token == JsonToken.VALUE_STRING ? json.getText() : "";
        long scalar = column < 0 ? 0 : scalar(json, schema.columns().get(column).type());
        json.skipChildren();
        json.finishToken();
        int end = start + (int) json.currentLocation().getByteOffset();
        if (name.equals(Schema.ID)) {
          byte[] id = text.getBytes(UTF_8);
          builder.id(id, 0, id.length, false);
          hasId = true;
        }
        if (column < 0) {
          builder.extra(memberStart, end - memberStart);
        } else if (token != JsonToken.VALUE_NULL) {
          builder.column(column, valueStart, end - valueStart, scalar);
        }
      }
    }
    if (!hasId) {
      byte[] id = ("derived-" + line).getBytes(UTF_8);
      builder.id(id, 0, id.length, true);
    }
    builder.endRow();
  }

  private static long scalar(JsonParser json, ColumnType type) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          type == ColumnType.REAL
              ? Double.doubleToLongBits(json.getDoubleValue())
              : json.getLongValue();
      case VALUE_TRUE -> 1;
      default -> 0;
    };
  }

  private static float[] vector(JsonParser json) throws IOException {
    float[] values = new float[16];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == values.length) {
        values = java.util.Arrays.copyOf(values, count * 2);
      }
      values[count++] = json.getFloatValue();
    }
    return java.util.Arrays.copyOf(values, count);
  }
}
