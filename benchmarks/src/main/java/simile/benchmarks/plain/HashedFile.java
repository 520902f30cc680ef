package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A new file under a root, hashed while it is written, through one buffer of its thread. */
final class HashedFile {
  private final String name;
  private final FileChannel channel;
  private final MessageDigest sha256 = Hashes.sha256();
  private final ByteBuffer buffer;
  private long bytes;

  /**
   * @param buffer emptied when the file is finished
   */
  HashedFile(Path root, String name, ByteBuffer buffer) throws IOException {
    this.name = name;
    this.buffer = buffer.clear();
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  long position() {
    return bytes + buffer.position();
  }

  ByteBuffer room(int length) throws IOException {
    if (buffer.remaining() < length) {
      drain();
    }
    return buffer;
  }

  void add(byte[] source, int start, int end) throws IOException {
    int from = start;
    while (from < end) {
      int n = Math.min(end - from, room(1).remaining());
      buffer.put(source, from, n);
      from += n;
    }
  }

  Written finish(long rows, Flusher flusher) throws IOException {
    drain();
    flusher.flush(channel);
    return new Written(name, rows, bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  private void drain() throws IOException {
    buffer.flip();
    bytes += buffer.remaining();
    sha256.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
