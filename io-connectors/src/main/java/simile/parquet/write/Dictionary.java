package simile.parquet.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import simile.parquet.format.GrowingBytes;

/**
 * The different values of a column chunk, numbered as they came, and kept as the page that they
 * will be: each plain, with its length before it where lengths differ.
 */
final class Dictionary {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int FIRST_SLOTS = 1 << 10;

  private final int prefix;
  private final GrowingBytes page = new GrowingBytes(1 << 12);
  private int[] starts = new int[FIRST_SLOTS];
  private int[] hashes = new int[FIRST_SLOTS];
  private int[] slots = new int[FIRST_SLOTS];
  private int count;

  /**
   * @param prefixed whether values have their length before them
   */
  Dictionary(boolean prefixed) {
    prefix = prefixed ? Integer.BYTES : 0;
  }

  int count() {
    return count;
  }

  /** The values, plain. */
  GrowingBytes page() {
    return page;
  }

  void clear() {
    page.truncate(0);
    Arrays.fill(slots, 0);
    count = 0;
  }

  /** Where a value starts in {@link #page}, with its length. */
  int start(int number) {
    return starts[number];
  }

  /** Where it ends. */
  int end(int number) {
    return number + 1 < count ? starts[number + 1] : page.size();
  }

  /** The number of the value {@code bytes[start, start + length)}, which is added if it is new. */
  int number(byte[] bytes, int start, int length) {
    int hash = hash(bytes, start, length);
    int mask = slots.length - 1;
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      int number = slots[slot] - 1;
      if (number < 0) {
        return add(slot, hash, bytes, start, length);
      }
      if (hashes[number] == hash && isEqual(number, bytes, start, length)) {
        return number;
      }
    }
  }

  private boolean isEqual(int number, byte[] bytes, int start, int length) {
    return Arrays.equals(
        page.array(), starts[number] + prefix, end(number), bytes, start, start + length);
  }

  private int add(int slot, int hash, byte[] bytes, int start, int length) {
    slots[slot] = count + 1;
    starts[count] = page.size();
    hashes[count] = hash;
    if (prefix > 0) {
      page.putInt(length);
    }
    page.put(bytes, start, length);
    if (++count > slots.length / 2) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    starts = Arrays.copyOf(starts, slots.length);
    hashes = Arrays.copyOf(hashes, slots.length);
    int mask = slots.length - 1;
    for (int number = 0; number < count; number++) {
      int slot = hashes[number] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number + 1;
    }
  }

  private static int hash(byte[] bytes, int start, int length) {
    long hash = length * MIX;
    int i = start;
    int end = start + length;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * MIX;
      hash ^= hash >>> 32;
    }
    if (i <= end - Integer.BYTES) {
      hash = (hash ^ (int) INTS.get(bytes, i)) * MIX;
      i += Integer.BYTES;
    }
    for (; i < end; i++) {
      hash = (hash ^ bytes[i]) * MIX;
    }
    return (int) (hash ^ hash >>> 29);
  }
}
