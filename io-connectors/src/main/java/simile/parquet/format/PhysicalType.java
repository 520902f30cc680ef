package simile.parquet.format;

import java.util.Arrays;
import simile.parquet.ParquetFormatException;

/** How values lie in a column. */
public enum PhysicalType {
  BOOLEAN(0, 0),
  INT32(1, 4),
  INT64(2, 8),
  INT96(3, 12),
  FLOAT(4, 4),
  DOUBLE(5, 8),
  BYTE_ARRAY(6, 0),
  FIXED(7, 0);

  private final int number;
  private final int width;

  PhysicalType(int number, int width) {
    this.number = number;
    this.width = width;
  }

  /** The format's number for it. */
  public int number() {
    return number;
  }

  /** Bytes of a plain value; 0 where they are not fixed, or a bit, or said by the schema. */
  public int width() {
    return width;
  }

  static PhysicalType of(long number) throws ParquetFormatException {
    return Arrays.stream(values())
        .filter(value -> value.number == number)
        .findFirst()
        .orElseThrow(() -> new ParquetFormatException("a column has the unknown type " + number));
  }
}
