package simile.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A SQLite file to whose end pages are added. Pages are counted from 1. */
final class PageFile implements Closeable {
  /** Of every page; what {@code PRAGMA page_size} must have said. */
  static final int PAGE_BYTES = 8192;

  private static final int SIZE_IN_PAGES_AT = 28;
  private static final int BUFFERED_PAGES = 32;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFERED_PAGES * PAGE_BYTES);
  private int pages;

  private PageFile(FileChannel channel, int pages) {
    this.channel = channel;
    this.pages = pages;
  }

  static PageFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.position(channel.size());
    return new PageFile(channel, Math.toIntExact(channel.size() / PAGE_BYTES));
  }

  /** The number that the next added page gets. */
  int next() {
    return pages + 1;
  }

  /** Adds a page. @return its number */
  int add(byte[] page) throws IOException {
    if (!buffer.hasRemaining()) {
      drain();
    }
    buffer.put(page, 0, PAGE_BYTES);
    return ++pages;
  }

  /** Replaces a page that was in the file at first. */
  void replace(int number, byte[] page) throws IOException {
    write(ByteBuffer.wrap(page), (number - 1L) * PAGE_BYTES);
  }

  /** Tells SQLite how long the file is now. */
  void finish() throws IOException {
    drain();
    write(ByteBuffer.allocate(Integer.BYTES).putInt(0, pages), SIZE_IN_PAGES_AT);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long to = at;
    while (bytes.hasRemaining()) {
      to += channel.write(bytes, to);
    }
  }
}
