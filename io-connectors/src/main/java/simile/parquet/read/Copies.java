package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** Fills a range with literals and with copies of what it holds already, and never beyond it. */
final class Copies {
  private final byte[] into;
  private final int start;
  private final int end;
  private int at;

  Copies(byte[] into, int start, int end) {
    this.into = into;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  int written() {
    return at - start;
  }

  void literal(byte[] from, int fromStart, int length) throws ParquetFormatException {
    require(length);
    System.arraycopy(from, fromStart, into, at, length);
    at += length;
  }

  /** Repeats {@code length} bytes from {@code distance} bytes ago, which may overlap. */
  void copy(int distance, int length) throws ParquetFormatException {
    require(length);
    if (distance <= 0 || distance > at - start) {
      throw new ParquetFormatException("a compressed page copies from before its start");
    }
    if (distance >= length) {
      System.arraycopy(into, at - distance, into, at, length);
    } else {
      for (int i = at; i < at + length; i++) {
        into[i] = into[i - distance];
      }
    }
    at += length;
  }

  private void require(int length) throws ParquetFormatException {
    if (length < 0 || length > end - at) {
      throw new ParquetFormatException("a compressed page is longer than it claims");
    }
  }
}
