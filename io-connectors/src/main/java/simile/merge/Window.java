package simile.merge;

import java.io.EOFException;
import java.io.IOException;
import simile.files.ChannelPool;
import simile.jsonl.BlockCompressor;
import simile.jsonl.Compression;
import simile.segment.BlockTable;

/** The part of a file that was read last, uncompressed. */
final class Window {
  private static final int GROWTH = 4;
  private static final byte[] NONE = new byte[0];

  private final String path;
  private final BlockTable table;
  private byte[] bytes = NONE;
  private long start;
  private int filled;
  private int next;
  private long usedAt;

  Window(String path, BlockTable table) {
    this.path = path;
    this.table = table;
  }

  byte[] bytes() {
    return bytes;
  }

  /** How much memory it takes. */
  int size() {
    return bytes.length;
  }

  void usedAt(long time) {
    usedAt = time;
  }

  long lastUsed() {
    return usedAt;
  }

  void forget() {
    bytes = NONE;
    filled = 0;
  }

  boolean holds(long offset, int length) {
    return offset >= start && offset + length <= start + filled;
  }

  /**
   * Where a row starts in {@link #bytes}.
   *
   * @throws EOFException if the file ends before the row does
   */
  int indexOf(long offset, int length) throws EOFException {
    if (!holds(offset, length)) {
      throw new EOFException(path + " ends before the row at " + offset);
    }
    return (int) (offset - start);
  }

  /**
   * Reads a row and what follows it, or the block that it is in.
   *
   * @param least how many bytes the window has at first: a single row may be all that is wanted
   * @param most how many it has in the end
   */
  void fill(ChannelPool channels, long offset, int length, int least, int most) throws IOException {
    if (table.isEmpty()) {
      next = Math.min(most, Math.max(least, next));
      fillPlain(channels, offset, Math.max(next, length));
      next = next * GROWTH;
    } else {
      fillBlock(channels, offset);
    }
  }

  private void fillPlain(ChannelPool channels, long offset, int room) throws IOException {
    // A window grows no larger than it must for one long row, and shrinks again after it.
    if (bytes.length != room) {
      bytes = new byte[room];
    }
    filled = 0;
    start = offset;
    filled = channels.readUpTo(path, offset, bytes, room);
  }

  private void fillBlock(ChannelPool channels, long offset) throws IOException {
    int block = table.blockOf(offset);
    byte[] stored = new byte[Math.toIntExact(table.start(block + 1) - table.start(block))];
    long blockStart = table.uncompressedStart(block);
    int length = Math.toIntExact(table.uncompressedStart(block + 1) - blockStart);
    channels.read(path, table.start(block), stored, stored.length);
    try {
      bytes = BlockCompressor.decompress(Compression.ofPath(path), stored, length);
    } catch (IOException e) {
      throw new IOException(
          "%s is damaged: its block at byte %d cannot be decompressed (%s); restore the file from a backup"
              .formatted(path, table.start(block), e.getMessage()),
          e);
    }
    start = blockStart;
    filled = bytes.length;
  }
}
