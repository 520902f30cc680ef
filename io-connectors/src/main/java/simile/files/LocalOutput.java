package simile.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a local file under its final name; the bytes are durable after {@link #close}. */
final class LocalOutput extends DurableOutput {
  private final Path path;
  private final FileChannel channel;
  private boolean decided;

  LocalOutput(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    } catch (IOException e) {
      throw FailedWrite.at(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try (channel) {
        channel.force(true);
        decided = true;
      } catch (IOException e) {
        throw FailedWrite.at(path, e);
      }
    }
  }

  @Override
  public void abandon() throws IOException {
    if (!decided) {
      decided = true;
      try (channel) {
        Files.deleteIfExists(path);
      }
    }
  }
}
