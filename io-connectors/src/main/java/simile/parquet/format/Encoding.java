package simile.parquet.format;

import java.util.Arrays;
import simile.parquet.ParquetFormatException;

/** How the values of a page are written. */
public enum Encoding {
  PLAIN(0),
  PLAIN_DICTIONARY(2),
  RLE(3),
  BIT_PACKED(4),
  DELTA_BINARY_PACKED(5),
  DELTA_LENGTH_BYTE_ARRAY(6),
  DELTA_BYTE_ARRAY(7),
  RLE_DICTIONARY(8),
  BYTE_STREAM_SPLIT(9);

  private final int number;

  Encoding(int number) {
    this.number = number;
  }

  /** The format's number for it. */
  public int number() {
    return number;
  }

  static Encoding of(long number) throws ParquetFormatException {
    return Arrays.stream(values())
        .filter(value -> value.number == number)
        .findFirst()
        .orElseThrow(() -> new ParquetFormatException("a page has the unknown encoding " + number));
  }

  /** Whether the values are numbers of dictionary entries. */
  public boolean isDictionary() {
    return this == PLAIN_DICTIONARY || this == RLE_DICTIONARY;
  }
}
