package simile.merge;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import simile.files.ChannelPool;
import simile.files.StoreFiles;
import simile.keys.KeyCursor;

/**
 * Fetches rows by their place. Rows of one file are mostly asked for in its order, so each file
 * keeps a window of what was read last. The more files there are, the smaller the windows, so that
 * all fit into the memory allowed, one row or block apart; how many files are open has nothing to
 * do with it. Not for several threads.
 */
public final class RowReader implements Closeable {
  /** What a reader that works alone may use. */
  public static final Budget WHOLE = new Budget(512, 128L << 20, 1 << 12, 1 << 17);

  private final Budget budget;
  private final ChannelPool channels;
  private final CRC32C crc = new CRC32C();
  private final Map<SegmentSource, Window[]> windows = new HashMap<>();
  private int files;
  private long windowBytes;
  private long time;
  private byte[] bytes = new byte[0];
  private int start;
  private int length;

  /**
   * What a reader may use.
   *
   * @param openFiles at most so many at once
   * @param memory about so many bytes, of all windows
   * @param leastWindow so many bytes of a file are read at once, at least
   * @param mostWindow and at most, unless a row is longer
   */
  public record Budget(int openFiles, long memory, int leastWindow, int mostWindow) {

    /** What each of some readers that work at once may use. */
    public Budget dividedBy(int readers) {
      return new Budget(
          Math.max(1, openFiles / readers), memory / readers, leastWindow, mostWindow);
    }

    private int window(int files) {
      return (int) Math.max(leastWindow, Math.min(mostWindow, memory / files));
    }
  }

  public RowReader(StoreFiles files) {
    this(files, WHOLE);
  }

  public RowReader(StoreFiles files, Budget budget) {
    this.budget = budget;
    this.channels = new ChannelPool(files, budget.openFiles());
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

  /** How much of a file was read. */
  public long bytesRead(String path) {
    return channels.bytesRead(path);
  }

  @Override
  public void close() throws IOException {
    windows.clear();
    windowBytes = 0;
    channels.close();
  }

  /** Finds a row's bytes, without comparing their checksum. */
  void locate(SegmentSource source, int file, long offset, int size) throws IOException {
    Window window = window(source, file);
    window.usedAt(++time);
    if (!window.holds(offset, size)) {
      windowBytes -= window.size();
      window.fill(channels, offset, size, budget.leastWindow(), budget.window(files));
      windowBytes += window.size();
      if (windowBytes > budget.memory()) {
        forgetOldest(window);
      }
    }
    start = window.indexOf(offset, size);
    bytes = window.bytes();
    length = size;
  }

  private int checksum() {
    return checksum(bytes, start, length);
  }

  int checksum(byte[] of, int from, int count) {
    crc.reset();
    crc.update(of, from, count);
    return (int) crc.getValue();
  }

  ChannelPool channels() {
    return channels;
  }

  private Window window(SegmentSource source, int file) {
    Window[] ofSource = windows.get(source);
    if (ofSource == null) {
      ofSource = new Window[source.keys().files().size()];
      windows.put(source, ofSource);
    }
    Window window = ofSource[file];
    if (window == null) {
      window = new Window(source.keys().files().get(file), source.keys().tables().get(file));
      ofSource[file] = window;
      files++;
    }
    return window;
  }

  /** Empties the windows that were not used for longest, until half of what is allowed is left. */
  private void forgetOldest(Window but) {
    List<Window> filled = new ArrayList<>();
    for (Window[] ofSource : windows.values()) {
      for (Window window : ofSource) {
        if (window != null && window != but && window.size() > 0) {
          filled.add(window);
        }
      }
    }
    filled.sort(Comparator.comparingLong(Window::lastUsed));
    for (int i = 0; i < filled.size() && windowBytes > budget.memory() / 2; i++) {
      windowBytes -= filled.get(i).size();
      filled.get(i).forget();
    }
  }
}
