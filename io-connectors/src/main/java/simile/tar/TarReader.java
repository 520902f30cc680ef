package simile.tar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the files of an archive, from its headers alone. Every file lies within the archive; no
 * name leads elsewhere. A {@code ./} before a name is left out, as {@code tar -C folder .} writes
 * it. Names may be there twice: whoever unpacks must look.
 */
public final class TarReader {
  private final SeekableByteChannel channel;
  private final long size;
  private final int maxEntries;
  private final List<TarEntry> files = new ArrayList<>();
  private final TarExtras extras = new TarExtras();
  private long at;
  private int entries;

  private TarReader(SeekableByteChannel channel, int maxEntries) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    this.maxEntries = maxEntries;
  }

  /**
   * Reads all headers.
   *
   * @param maxEntries how many the archive may have
   * @return its regular files, in their order
   * @throws TarFormatException if it is damaged, unsafe or no archive
   */
  public static List<TarEntry> list(SeekableByteChannel channel, int maxEntries)
      throws IOException {
    TarReader reader = new TarReader(channel, maxEntries);
    reader.readAll();
    return List.copyOf(reader.files);
  }

  private void readAll() throws IOException {
    TarBlock block = new TarBlock(read(TarBlock.BYTES));
    while (!block.isZero()) {
      block.require();
      if (++entries > maxEntries) {
        throw new TarFormatException(
            "more than %d entries, which is what is read".formatted(maxEntries));
      }
      readEntry(block);
      block = new TarBlock(read(TarBlock.BYTES));
    }
    if (!extras.isEmpty()) {
      throw new TarFormatException("a header for a file that does not follow");
    }
    requireNothingBehind();
  }

  private void readEntry(TarBlock block) throws IOException {
    switch (block.type()) {
      case TarBlock.FILE -> addFile(block);
      case TarBlock.FOLDER -> passFolder(block);
      case TarBlock.PAX, TarBlock.LONG_NAME -> extras.take(block.type(), content(block));
      default ->
          throw new TarFormatException(
              "'%s' is %s; expected regular files and folders only"
                  .formatted(TarExtras.shown(block.name()), TarTypes.inWords(block.type())));
    }
  }

  private void addFile(TarBlock block) throws IOException {
    String name = extras.fileName(block);
    long bytes = extras.size(block);
    if (bytes > size - at) {
      throw new TarFormatException(
          "'%s' has %d bytes, but the archive ends before: it is cut short or lies"
              .formatted(TarExtras.shown(name), bytes));
    }
    files.add(new TarEntry(name, at, bytes));
    skip(bytes);
    extras.clear();
  }

  private void passFolder(TarBlock block) throws IOException {
    String name = extras.folderName(block);
    if (extras.size(block) != 0) {
      throw new TarFormatException("the folder '%s' has content".formatted(TarExtras.shown(name)));
    }
    extras.clear();
  }

  private byte[] content(TarBlock block) throws IOException {
    long bytes = block.size();
    if (bytes > PaxRecords.MAX_BYTES) {
      throw new TarFormatException(
          "an extended header of %d bytes; at most %d are read"
              .formatted(bytes, PaxRecords.MAX_BYTES));
    }
    byte[] content = read((int) bytes);
    skip(0);
    return content;
  }

  private byte[] read(int bytes) throws IOException {
    if (bytes > size - at) {
      throw new TarFormatException("the archive is cut short");
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new TarFormatException("the archive became shorter while it was read");
      }
    }
    at += bytes;
    return buffer.array();
  }

  /** Passes over so many bytes, and what fills up their last block. */
  private void skip(long bytes) throws TarFormatException {
    long next = at + bytes;
    if (next % TarBlock.BYTES != 0) {
      next += TarBlock.BYTES - next % TarBlock.BYTES;
    }
    if (next > size) {
      throw new TarFormatException("the archive is cut short");
    }
    at = next;
  }

  private void requireNothingBehind() throws IOException {
    while (at < size) {
      for (byte b : read((int) Math.min(size - at, 1 << 16))) {
        if (b != 0) {
          throw new TarFormatException("something lies behind the end of the archive");
        }
      }
    }
  }
}
