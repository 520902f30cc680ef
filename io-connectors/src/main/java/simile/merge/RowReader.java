package simile.merge;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import simile.files.StoreFiles;
import simile.jsonl.BlockCompressor;
import simile.jsonl.Compression;
import simile.keys.KeyCursor;
import simile.segment.BlockTable;

/**
 * Fetches rows by their place. Rows of one file are mostly asked for in its order, so each file
 * keeps a window of what was read last. At most {@value #MAX_OPEN} files are open, unless told
 * otherwise, and their windows hold at most {@value #MAX_WINDOW_BYTES} bytes, one row or block
 * apart, however many files there are and however long their rows.
 */
public final class RowReader implements Closeable {
  private static final int MAX_OPEN = 512;
  private static final long MAX_WINDOW_BYTES = 128L << 20;
  private static final int WINDOW_BYTES = 1 << 15;

  private final StoreFiles files;
  private final int maxOpen;
  private final int windowSize;
  private final CRC32C crc = new CRC32C();
  private final LinkedHashMap<String, Window> windows = new LinkedHashMap<>(64, 0.75f, true);
  private long windowBytes;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;

  public RowReader(StoreFiles files) {
    this(files, MAX_OPEN, WINDOW_BYTES);
  }

  /**
   * For reading one file after the other, or otherwise than a merge does.
   *
   * @param maxOpen how many files are open at once
   * @param windowBytes how much of a file is read at once, at least
   */
  public RowReader(StoreFiles files, int maxOpen, int windowBytes) {
    this.files = files;
    this.maxOpen = maxOpen;
    this.windowSize = windowBytes;
  }

  /**
   * Finds a record's bytes: {@link #length} of them, from {@link #start} in {@link #bytes}.
   *
   * @throws CorruptRowException if they are not those that were written
   */
  public void locate(SegmentSource source, KeyCursor at) throws IOException {
    locate(source, at.file(), at.offset(), at.length());
    if (checksum() != at.crc32c()) {
      throw new CorruptRowException(source.keys().files().get(at.file()), at.offset(), at.id());
    }
  }

  /**
   * A copy of a record's bytes.
   *
   * @throws CorruptRowException if they are not those that were written
   */
  public byte[] read(Entry entry) throws IOException {
    locate(entry);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /**
   * As {@link #locate(SegmentSource, KeyCursor)}.
   *
   * @throws CorruptRowException if they are not those that were written
   */
  public void locate(Entry entry) throws IOException {
    locate(entry.source(), entry.file(), entry.offset(), entry.length());
    if (checksum() != entry.crc32c()) {
      String path = entry.source().keys().files().get(entry.file());
      throw new CorruptRowException(path, entry.offset(), entry.id());
    }
  }

  /** The bytes that {@link #locate(Entry)} found lie in these; valid until the next call. */
  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int length() {
    return length;
  }

  private void locate(SegmentSource source, int file, long offset, int size) throws IOException {
    String path = source.keys().files().get(file);
    Window window = window(path, source.keys().tables().get(file));
    windowBytes -= window.size();
    start = window.find(offset, size);
    bytes = window.bytes;
    length = size;
    windowBytes += window.size();
    closeOldest();
  }

  private int checksum() {
    crc.reset();
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    for (Window window : windows.values()) {
      window.close();
    }
    windows.clear();
    windowBytes = 0;
  }

  private Window window(String path, BlockTable table) throws IOException {
    Window known = windows.get(path);
    if (known != null) {
      return known;
    }
    Window opened = new Window(path, files.open(path), table, windowSize);
    windows.put(path, opened);
    return opened;
  }

  /** Closes what was not used for longest, but never the file that was used last. */
  private void closeOldest() throws IOException {
    while (windows.size() > maxOpen || (windowBytes > MAX_WINDOW_BYTES && windows.size() > 1)) {
      Map.Entry<String, Window> oldest = windows.entrySet().iterator().next();
      windows.remove(oldest.getKey());
      windowBytes -= oldest.getValue().size();
      oldest.getValue().close();
    }
  }

  /** The part of a file that was read last, uncompressed. */
  private static final class Window implements Closeable {
    private final String path;
    private final SeekableByteChannel channel;
    private final BlockTable table;
    private final int least;
    private byte[] bytes = new byte[0];
    private long start;

    Window(String path, SeekableByteChannel channel, BlockTable table, int least) {
      this.path = path;
      this.channel = channel;
      this.table = table;
      this.least = least;
    }

    int size() {
      return bytes.length;
    }

    /** Where a row starts in the window. */
    int find(long offset, int length) throws IOException {
      if (offset < start || offset + length > start + bytes.length) {
        if (table.isEmpty()) {
          fillPlain(offset, length);
        } else {
          fillBlock(offset);
        }
      }
      int from = (int) (offset - start);
      if (from + length > bytes.length) {
        throw new EOFException(path + " ends before the row at " + offset);
      }
      return from;
    }

    private void fillPlain(long offset, int length) throws IOException {
      long rest = channel.size() - offset;
      int want = (int) Math.max(0, Math.min(rest, Math.max(least, length)));
      bytes = read(offset, want, path);
      start = offset;
    }

    private void fillBlock(long offset) throws IOException {
      int block = table.blockOf(offset);
      int stored = Math.toIntExact(table.start(block + 1) - table.start(block));
      start = table.uncompressedStart(block);
      int length = Math.toIntExact(table.uncompressedStart(block + 1) - start);
      byte[] compressed = read(table.start(block), stored, path);
      try {
        bytes = BlockCompressor.decompress(Compression.ofPath(path), compressed, length);
      } catch (IOException e) {
        throw new IOException(
            "%s is damaged: its block at byte %d cannot be decompressed (%s); restore the file from a backup"
                .formatted(path, table.start(block), e.getMessage()),
            e);
      }
    }

    private byte[] read(long at, int length, String name) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(length);
      channel.position(at);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException(name + " ends early, at byte " + (at + buffer.position()));
        }
      }
      return buffer.array();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
