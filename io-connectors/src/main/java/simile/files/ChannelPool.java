package simile.files;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads parts of many files with few of them open: what was not read for longest is closed, and
 * opened again when it is asked for. Safe for use by many threads, which read one after the other.
 */
public final class ChannelPool implements Closeable {
  private final StoreFiles files;
  private final int most;
  private final LinkedHashMap<String, SeekableByteChannel> open =
      new LinkedHashMap<>(64, 0.75f, true);
  private final Map<String, Long> bytesRead = new HashMap<>();

  /**
   * @param most how many files may be open at once, at least 1
   */
  public ChannelPool(StoreFiles files, int most) {
    this.files = files;
    this.most = most;
  }

  /** The size of a file. */
  public synchronized long size(String path) throws IOException {
    return channel(path).size();
  }

  /**
   * Reads bytes of a file.
   *
   * @param at where they start in the file
   * @param into gets the first of them at 0
   * @throws EOFException if the file ends before the last of them
   */
  public void read(String path, long at, byte[] into, int length) throws IOException {
    int found = readUpTo(path, at, into, length);
    if (found < length) {
      throw new EOFException(path + " ends early, at byte " + (at + found));
    }
  }

  /**
   * Reads bytes of a file, fewer only where it ends before.
   *
   * @return how many
   */
  public synchronized int readUpTo(String path, long at, byte[] into, int length)
      throws IOException {
    SeekableByteChannel channel = channel(path);
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    channel.position(at);
    int found = 0;
    while (buffer.hasRemaining() && found >= 0) {
      found = channel.read(buffer);
    }
    bytesRead.merge(path, (long) buffer.position(), Long::sum);
    return buffer.position();
  }

  /** How much of a file was read. */
  public synchronized long bytesRead(String path) {
    return bytesRead.getOrDefault(path, 0L);
  }

  @Override
  public synchronized void close() throws IOException {
    closeDownTo(0);
  }

  private SeekableByteChannel channel(String path) throws IOException {
    SeekableByteChannel known = open.get(path);
    if (known != null) {
      return known;
    }
    closeDownTo(most - 1);
    SeekableByteChannel opened = files.open(path);
    open.put(path, opened);
    return opened;
  }

  private void closeDownTo(int left) throws IOException {
    Iterator<SeekableByteChannel> oldest = open.values().iterator();
    while (open.size() > left) {
      SeekableByteChannel channel = oldest.next();
      oldest.remove();
      channel.close();
    }
  }
}
