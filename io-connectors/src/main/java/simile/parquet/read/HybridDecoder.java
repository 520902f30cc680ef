package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** Reads small numbers that are runs or packed groups of eight, one by one. */
final class HybridDecoder {
  private static final int GROUP = 8;

  private final Bytes bytes;
  private final int width;
  private long left;
  private boolean run;
  private int number;
  private long word;
  private int bits;

  /**
   * @param width bits of a number
   */
  HybridDecoder(Bytes bytes, int width) throws ParquetFormatException {
    if (width > Integer.SIZE) {
      throw new ParquetFormatException("a page has numbers of " + width + " bits");
    }
    this.bytes = bytes;
    this.width = width;
  }

  /** Zeros without end, for levels that can be nothing else. */
  static HybridDecoder zeros() throws ParquetFormatException {
    HybridDecoder zeros = new HybridDecoder(new Bytes(new byte[0], 0, 0), 0);
    zeros.run = true;
    zeros.left = Long.MAX_VALUE;
    return zeros;
  }

  int next() throws ParquetFormatException {
    while (left == 0) {
      begin();
    }
    left--;
    return run ? number : packed();
  }

  private void begin() throws ParquetFormatException {
    long header = bytes.varint();
    run = (header & 1) == 0;
    left = run ? header >>> 1 : (header >>> 1) * GROUP;
    if (left < 0 || left > Integer.MAX_VALUE) {
      throw new ParquetFormatException("a page has a run of " + left + " numbers");
    }
    if (run) {
      number = 0;
      for (int shift = 0; shift < width; shift += Byte.SIZE) {
        number |= bytes.next() << shift;
      }
    }
    word = 0;
    bits = 0;
  }

  private int packed() throws ParquetFormatException {
    while (bits < width) {
      word |= (long) bytes.next() << bits;
      bits += Byte.SIZE;
    }
    int value = (int) (word & ((1L << width) - 1));
    word >>>= width;
    bits -= width;
    return value;
  }
}
