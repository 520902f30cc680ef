package simile.parquet.write;

import java.util.Arrays;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.LittleEndian;
import simile.parquet.format.ThriftStruct;

/** The least and the greatest value of a column chunk, so that readers can skip row groups. */
abstract class Extremes {
  private static final int MAX = 5;
  private static final int MIN = 6;

  /** Takes {@code bytes[start, start + length)}, a plain value without its length. */
  abstract void add(byte[] bytes, int start, int length);

  /** Puts them into the statistics of a chunk, if there are any, and forgets them. */
  abstract void drainTo(ThriftStruct statistics);

  /** For columns in which no order is of use. */
  static final class None extends Extremes {
    @Override
    void add(byte[] bytes, int start, int length) {}

    @Override
    void drainTo(ThriftStruct statistics) {}
  }

  /** Text orders as unsigned bytes. Long text is no help and makes footers long: it is left out. */
  static final class Texts extends Extremes {
    private static final int LONGEST = 256;

    private final GrowingBytes min = new GrowingBytes(LONGEST);
    private final GrowingBytes max = new GrowingBytes(LONGEST);
    private boolean any;
    private boolean tooLong;

    @Override
    void add(byte[] bytes, int start, int length) {
      if (!any) {
        any = true;
        replace(min, bytes, start, length);
        replace(max, bytes, start, length);
      } else if (compare(max, bytes, start, length) < 0) {
        replace(max, bytes, start, length);
      } else if (compare(min, bytes, start, length) > 0) {
        replace(min, bytes, start, length);
      }
    }

    private static int compare(GrowingBytes known, byte[] bytes, int start, int length) {
      return Arrays.compareUnsigned(known.array(), 0, known.size(), bytes, start, start + length);
    }

    private void replace(GrowingBytes known, byte[] bytes, int start, int length) {
      tooLong |= length > LONGEST;
      known.truncate(0);
      known.put(bytes, start, Math.min(length, LONGEST + 1));
    }

    @Override
    void drainTo(ThriftStruct statistics) {
      if (any && !tooLong) {
        statistics.with(MAX, max.toArray()).with(MIN, min.toArray());
      }
      any = false;
      tooLong = false;
    }
  }

  /** Numbers of eight bytes: integers, or doubles by a key that orders as they do. */
  static final class Numbers extends Extremes {
    private final boolean real;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    Numbers(boolean real) {
      this.real = real;
    }

    @Override
    void add(byte[] bytes, int start, int length) {
      long key = key(new LittleEndian(bytes).int64(start));
      min = Math.min(min, key);
      max = Math.max(max, key);
    }

    private long key(long bits) {
      return real && bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    @Override
    void drainTo(ThriftStruct statistics) {
      if (min <= max) {
        // A zero of either sign is equal to the other, so the bounds take the outer one.
        statistics.with(MAX, plain(real && max == key(Long.MIN_VALUE) ? 0 : max));
        statistics.with(MIN, plain(real && min == 0 ? key(Long.MIN_VALUE) : min));
      }
      min = Long.MAX_VALUE;
      max = Long.MIN_VALUE;
    }

    private byte[] plain(long key) {
      GrowingBytes bytes = new GrowingBytes(Long.BYTES);
      bytes.putLong(key(key));
      return Arrays.copyOf(bytes.array(), Long.BYTES);
    }
  }
}
