package simile.segment;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Where the independent blocks of a compressed file start.
 *
 * <p>Offsets of rows are always in uncompressed bytes; this finds the block that holds one.
 */
public final class BlockTable implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For a file that is not compressed. */
  public static final BlockTable NONE = new BlockTable(new long[0], 0, 0);

  private final long[] starts;
  private final long uncompressedBytes;
  private final long bytes;

  /**
   * @param starts for each block, in order, its uncompressed and then its compressed start
   * @param uncompressedBytes the file's length before compression
   * @param bytes the file's length
   */
  public BlockTable(long[] starts, long uncompressedBytes, long bytes) {
    this.starts = starts.clone();
    this.uncompressedBytes = uncompressedBytes;
    this.bytes = bytes;
  }

  public int blocks() {
    return starts.length / 2;
  }

  public boolean isEmpty() {
    return starts.length == 0;
  }

  public long uncompressedBytes() {
    return uncompressedBytes;
  }

  public long bytes() {
    return bytes;
  }

  /** The block that holds an uncompressed offset. @throws IndexOutOfBoundsException if none does */
  public int blockOf(long offset) {
    Objects.checkIndex(offset, uncompressedBytes);
    int low = 0;
    int high = blocks() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle * 2] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  public long uncompressedStart(int block) {
    return block == blocks() ? uncompressedBytes : starts[block * 2];
  }

  public long start(int block) {
    return block == blocks() ? bytes : starts[block * 2 + 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockTable that
        && Arrays.equals(starts, that.starts)
        && uncompressedBytes == that.uncompressedBytes
        && bytes == that.bytes;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(starts);
  }
}
