package simile.sqlite;

import java.util.Arrays;
import simile.record.ColumnType;
import simile.record.Schema;

/**
 * The entry of an index as bytes whose unsigned order is the index's: for each column 0 for NULL, 1
 * and eight bytes for a number, 2 and the text up to a zero byte, which no text has; then the row.
 */
final class IndexKey {
  private static final byte NULL = 0;
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final int[] columns;
  private final boolean[] reals;
  private byte[] bytes = new byte[256];
  private int length;

  /**
   * @param columns of the index, by their places in the schema
   */
  IndexKey(Schema schema, int[] columns) {
    this.columns = columns.clone();
    this.reals = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      reals[i] = schema.columns().get(columns[i]).type() == ColumnType.REAL;
    }
  }

  /**
   * Makes the entry of a row; {@link #bytes} has it, {@link #length} of them.
   *
   * @param row its place in the batch
   * @param rowId its number in the table, above 0
   */
  void encode(RowValues values, int row, long rowId) {
    length = 0;
    for (int column : columns) {
      if (values.isAbsent(row, column)) {
        put(NULL);
      } else if (values.isNumber(column)) {
        put(NUMBER);
        putLong(values.order(row, column) ^ Long.MIN_VALUE);
      } else {
        putText(values.text(row, column));
      }
    }
    putLong(rowId);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Turns an entry into SQLite's record. */
  void decode(byte[] key, RecordEncoder record) {
    record.start();
    int at = 0;
    for (int i = 0; i < columns.length; i++) {
      byte kind = key[at++];
      if (kind == NULL) {
        record.nothing();
      } else if (kind == NUMBER) {
        putNumber(record, i, getLong(key, at) ^ Long.MIN_VALUE);
        at += Long.BYTES;
      } else {
        int end = at;
        while (key[end] != 0) {
          end++;
        }
        record.text(key, at, end - at);
        at = end + 1;
      }
    }
    record.integer(getLong(key, at));
  }

  private void putNumber(RecordEncoder record, int i, long order) {
    if (reals[i]) {
      // The inverse of RowValues.order.
      record.real(Double.longBitsToDouble(order < 0 ? ~(order ^ Long.MIN_VALUE) : order));
    } else {
      record.integer(order);
    }
  }

  private void putText(byte[] text) {
    put(TEXT);
    reserve(text.length + 1);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    bytes[length++] = 0;
  }

  private void putLong(long value) {
    reserve(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  private void put(byte b) {
    reserve(1);
    bytes[length++] = b;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }

  private static long getLong(byte[] from, int at) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | (from[at + i] & 0xff);
    }
    return value;
  }
}
