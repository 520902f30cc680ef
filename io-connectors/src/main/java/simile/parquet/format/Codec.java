package simile.parquet.format;

import java.util.Arrays;
import simile.parquet.ParquetFormatException;

/** How pages are compressed. */
public enum Codec {
  UNCOMPRESSED(0),
  SNAPPY(1),
  GZIP(2),
  LZO(3),
  BROTLI(4),
  LZ4(5),
  ZSTD(6),
  LZ4_RAW(7);

  private final int number;

  Codec(int number) {
    this.number = number;
  }

  /** The format's number for it. */
  public int number() {
    return number;
  }

  static Codec of(long number) throws ParquetFormatException {
    return Arrays.stream(values())
        .filter(value -> value.number == number)
        .findFirst()
        .orElseThrow(
            () -> new ParquetFormatException("a column has the unknown compression " + number));
  }
}
