package simile.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.StoreFiles;

/** Knows which files are open, and how many were at once. Safe for use by many threads. */
final class OpenFiles implements StoreFiles {
  private final StoreFiles files;
  private final TreeMap<Integer, String> open = new TreeMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private int most;

  OpenFiles(StoreFiles files) {
    this.files = files;
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
  public String root() {
    return files.root();
  }

  @Override
  public DurableOutput create(String path) throws IOException {
    return files.create(path);
  }

  @Override
  public LocalBuild build(String path) throws IOException {
    return files.build(path);
  }

  @Override
  public void syncFolders(Collection<String> folders) {
    // A test need not outlive a power cut.
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) throws IOException {
    return files.putIfAbsent(path, content);
  }

  @Override
  public void replace(String path, byte[] content) throws IOException {
    files.replace(path, content);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return files.read(path);
  }

  @Override
  public OptionalLong size(String path) throws IOException {
    return files.size(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(path);
  }
}
