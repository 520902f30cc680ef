package simile.npz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads from places in a file. */
final class Channels {
  private Channels() {}

  /**
   * Fills the buffer and flips it.
   *
   * @throws NpzFormatException if the file ends before
   */
  static void readFully(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long from = at;
    while (bytes.hasRemaining()) {
      int n = channel.read(bytes, from);
      if (n < 0) {
        throw new NpzFormatException("the file ends at byte %d; it was cut short".formatted(from));
      }
      from += n;
    }
    bytes.flip();
  }
}
