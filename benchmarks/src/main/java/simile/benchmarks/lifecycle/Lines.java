package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a file of lines in plain Java: a mebibyte at a time, each line given as bytes. */
final class Lines {
  private static final int BUFFER_BYTES = 1 << 20;

  /** Takes a line, which lies in an array that is used again. */
  @FunctionalInterface
  interface Sink {
    void line(byte[] bytes, int start, int end);
  }

  private Lines() {}

  static void read(Path file, byte[] buffer, Sink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      int kept = 0;
      ByteBuffer into = ByteBuffer.wrap(buffer);
      while (channel.read(into) >= 0) {
        int end = into.position();
        int start = 0;
        for (int i = kept; i < end; i++) {
          if (buffer[i] == '\n') {
            sink.line(buffer, start, i);
            start = i + 1;
          }
        }
        kept = end - start;
        System.arraycopy(buffer, start, buffer, 0, kept);
        into.position(kept);
      }
    }
  }

  static byte[] buffer() {
    return new byte[BUFFER_BYTES];
  }
}
