package simile.parquet.write;

import simile.parquet.format.GrowingBytes;

/**
 * Writes small numbers as the format's hybrid of runs and of packed groups of eight, for levels and
 * for numbers of dictionary entries.
 */
final class HybridEncoder {
  private static final int GROUP = 8;

  private HybridEncoder() {}

  /** Bits that numbers up to {@code max} need. */
  static int width(int max) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(max);
  }

  /** Appends {@code numbers[0, count)}, each of {@code width} bits, the width not included. */
  static void encode(int[] numbers, int count, int width, GrowingBytes out) {
    int packedFrom = 0;
    int i = 0;
    while (i < count) {
      int runEnd = runEnd(numbers, i, count);
      // What is packed goes on in groups of eight, so that a run may start only at a group's end.
      int misfit = (i - packedFrom) % GROUP;
      int runStart = misfit == 0 ? i : Math.min(runEnd, i + GROUP - misfit);
      if (runEnd - runStart < GROUP) {
        i = runEnd;
        continue;
      }
      pack(numbers, packedFrom, runStart, width, out);
      run(numbers[runStart], runEnd - runStart, width, out);
      packedFrom = runEnd;
      i = runEnd;
    }
    pack(numbers, packedFrom, count, width, out);
  }

  private static int runEnd(int[] numbers, int from, int count) {
    int end = from + 1;
    while (end < count && numbers[end] == numbers[from]) {
      end++;
    }
    return end;
  }

  /** Appends a number that is there {@code length} times. */
  static void run(int number, int length, int width, GrowingBytes out) {
    out.putVarint((long) length << 1);
    for (int shift = 0; shift < width; shift += Byte.SIZE) {
      out.put(number >>> shift);
    }
  }

  /** The last group is filled up with zeros, which readers know from the count. */
  private static void pack(int[] numbers, int from, int to, int width, GrowingBytes out) {
    if (from == to) {
      return;
    }
    int groups = (to - from + GROUP - 1) / GROUP;
    out.putVarint((long) groups << 1 | 1);
    out.reserve(groups * width + Long.BYTES);
    byte[] bytes = out.array();
    int at = out.size();
    long word = 0;
    int bits = 0;
    for (int i = from; i < from + groups * GROUP; i++) {
      word |= (i < to ? (long) numbers[i] : 0) << bits;
      bits += width;
      while (bits >= Byte.SIZE) {
        bytes[at++] = (byte) word;
        word >>>= Byte.SIZE;
        bits -= Byte.SIZE;
      }
    }
    out.truncate(at);
  }
}
