package simile.parquet.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes in memory that are added to. Numbers are little-endian, as everywhere in Parquet. */
public final class GrowingBytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MAX_BYTES = Integer.MAX_VALUE - 16;

  private byte[] bytes;
  private int size;

  public GrowingBytes(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /** The bytes, in the first {@link #size} places. Another array once more is added. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  /** Forgets all but the first {@code newSize} bytes. */
  public void truncate(int newSize) {
    size = newSize;
  }

  public void put(int b) {
    reserve(1);
    bytes[size++] = (byte) b;
  }

  public void put(byte[] from) {
    put(from, 0, from.length);
  }

  public void put(byte[] from, int start, int length) {
    reserve(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  public void putInt(int value) {
    reserve(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  public void putLong(long value) {
    reserve(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  /** Seven bits a byte, the lowest first, as an unsigned number. */
  public void putVarint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) (rest | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
  }

  /**
   * Makes room for {@code more} bytes, to be filled in {@link #array} and counted by {@link
   * #truncate}.
   *
   * @throws IllegalStateException if there would be more than 2 GiB
   */
  public void reserve(int more) {
    if (more > bytes.length - size) {
      long needed = (long) size + more;
      if (needed > MAX_BYTES) {
        throw new IllegalStateException("more than 2 GiB in one piece");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, bytes.length * 2L), MAX_BYTES));
    }
  }

  public byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }
}
