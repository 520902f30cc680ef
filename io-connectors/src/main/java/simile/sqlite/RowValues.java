package simile.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import simile.json.JsonSpans;
import simile.record.ColumnType;
import simile.record.RecordBatch;

/** The values of a batch as SQLite stores and orders them. */
final class RowValues {
  private final RecordBatch batch;
  private final byte[] bytes;
  private final byte[] submittedAt;
  private final ColumnType[] types;

  RowValues(RecordBatch batch) {
    this.batch = batch;
    this.bytes = batch.bytes();
    this.submittedAt = batch.submittedAt().getBytes(UTF_8);
    this.types = batch.schema().columns().stream().map(c -> c.type()).toArray(ColumnType[]::new);
  }

  int columns() {
    return types.length;
  }

  void putId(RecordEncoder record, int row) {
    int start = batch.idStart(row);
    record.text(batch.ids(), start, batch.idEnd(row) - start);
  }

  void put(RecordEncoder record, int row, int column) {
    int start = batch.spanStart(row, column);
    if (column == 0) {
      putId(record, row);
    } else if (start < 0 && batch.isStamped(row, column)) {
      record.text(submittedAt, 0, submittedAt.length);
    } else if (start < 0) {
      record.nothing();
    } else {
      putValue(record, row, column, start);
    }
  }

  void putExtras(RecordEncoder record, int row) {
    int extras = batch.extras(row);
    if (extras == 0) {
      record.nothing();
      return;
    }
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    for (int i = 0; i < extras; i++) {
      object.write(i == 0 ? '{' : ',');
      object.write(bytes, batch.extraStart(row, i), batch.extraLength(row, i));
    }
    object.write('}');
    record.text(object.toByteArray(), 0, object.size());
  }

  private void putValue(RecordEncoder record, int row, int column, int start) {
    int length = batch.spanLength(row, column);
    switch (types[column]) {
      case TEXT, TIMESTAMP -> {
        if (JsonSpans.isPlain(bytes, start, length)) {
          record.text(bytes, start + 1, length - 2);
        } else {
          record.text(JsonSpans.text(bytes, start, length));
        }
      }
      case JSON -> record.text(bytes, start, length);
      case REAL -> record.real(Double.longBitsToDouble(batch.scalar(row, column)));
      case INTEGER, BOOLEAN -> record.integer(batch.scalar(row, column));
    }
  }

  /** Whether SQLite orders the column's values as numbers. */
  boolean isNumber(int column) {
    return types[column].isScalar() && types[column] != ColumnType.TIMESTAMP;
  }

  boolean isAbsent(int row, int column) {
    return column != 0 && batch.spanStart(row, column) < 0 && !batch.isStamped(row, column);
  }

  /** A number that orders the column's numbers. */
  long order(int row, int column) {
    long scalar = batch.scalar(row, column);
    if (types[column] != ColumnType.REAL) {
      return scalar;
    }
    // Zero is one value; below it greater bits are lesser numbers.
    double value = Double.longBitsToDouble(scalar) + 0.0;
    long bits = Double.doubleToRawLongBits(value);
    return bits < 0 ? ~bits ^ Long.MIN_VALUE : bits;
  }

  /** The text of a column, decoded, as UTF-8. */
  byte[] text(int row, int column) {
    int start = batch.spanStart(row, column);
    if (column == 0) {
      return Arrays.copyOfRange(batch.ids(), batch.idStart(row), batch.idEnd(row));
    }
    if (start < 0) {
      return submittedAt;
    }
    int length = batch.spanLength(row, column);
    if (types[column] == ColumnType.JSON) {
      return Arrays.copyOfRange(bytes, start, start + length);
    }
    return JsonSpans.isPlain(bytes, start, length)
        ? Arrays.copyOfRange(bytes, start + 1, start + length - 1)
        : JsonSpans.text(bytes, start, length).getBytes(UTF_8);
  }
}
