package simile.parquet.read;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.ChannelBytes;

/** The bytes of a column chunk, read ahead in pieces, since columns take turns. */
final class ChunkBytes {
  private final SeekableByteChannel channel;
  private final long end;
  private final int readAhead;
  private final MemoryBudget budget;
  private byte[] bytes = new byte[0];
  private long first;
  private int filled;
  private long position;
  private final CRC32 crc = new CRC32();

  ChunkBytes(
      SeekableByteChannel channel, long start, long end, int readAhead, MemoryBudget budget) {
    this.channel = channel;
    this.position = start;
    this.first = start;
    this.end = end;
    this.readAhead = readAhead;
    this.budget = budget;
  }

  /** Bytes from the current position to the end of the chunk. */
  long left() {
    return end - position;
  }

  byte[] array() {
    return bytes;
  }

  /**
   * Makes sure that {@code length} bytes from the current position are in {@link #array}.
   *
   * @return where they start in it
   * @throws ParquetFormatException if the chunk ends before
   */
  int peek(int length) throws IOException {
    if (length > left()) {
      throw new ParquetFormatException("a page is longer than its column");
    }
    int at = (int) (position - first);
    if (at + (long) length > filled) {
      fill(at, length);
    }
    return (int) (position - first);
  }

  private void fill(int at, int length) throws IOException {
    int kept = filled - at;
    int wanted = (int) Math.min(left(), Math.max(length, readAhead));
    if (wanted > bytes.length) {
      budget.take(wanted);
      byte[] longer = new byte[wanted];
      System.arraycopy(bytes, at, longer, 0, kept);
      budget.giveBack(bytes.length);
      bytes = longer;
    } else {
      System.arraycopy(bytes, at, bytes, 0, kept);
    }
    ChannelBytes.read(channel, position + kept, bytes, kept, wanted - kept);
    first = position;
    filled = wanted;
  }

  /** Goes on after bytes that were peeked at. */
  void skip(int length) {
    crc.update(bytes, (int) (position - first), length);
    position += length;
  }

  /** The CRC-32 of all bytes before the current position. */
  int crc() {
    return (int) crc.getValue();
  }
}
