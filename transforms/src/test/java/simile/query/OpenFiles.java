package simile.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import simile.files.StoreFiles;
import simile.testkit.ForwardingFiles;

/** Knows which files are open, and how many were at once. Safe for use by many threads. */
final class OpenFiles extends ForwardingFiles {
  private final TreeMap<Integer, String> open = new TreeMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private int most;

  OpenFiles(StoreFiles files) {
    super(files);
  }

  /** The paths that are open now. */
  synchronized Collection<String> now() {
    return java.util.List.copyOf(open.values());
  }

  /** How many were open at once. */
  synchronized int most() {
    return most;
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    SeekableByteChannel channel = files.open(path);
    int number = next.getAndIncrement();
    opened(number, path);
    return new SeekableByteChannel() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
      }

      @Override
      public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
      }

      @Override
      public long position() throws IOException {
        return channel.position();
      }

      @Override
      public SeekableByteChannel position(long to) throws IOException {
        channel.position(to);
        return this;
      }

      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public SeekableByteChannel truncate(long size) throws IOException {
        return channel.truncate(size);
      }

      @Override
      public boolean isOpen() {
        return channel.isOpen();
      }

      @Override
      public void close() throws IOException {
        closed(number);
        channel.close();
      }
    };
  }

  private synchronized void opened(int number, String path) {
    open.put(number, path);
    most = Math.max(most, open.size());
  }

  private synchronized void closed(int number) {
    open.remove(number);
  }

  @Override
  public void syncFolders(Collection<String> folders) {
    // A test need not outlive a power cut.
  }
}
