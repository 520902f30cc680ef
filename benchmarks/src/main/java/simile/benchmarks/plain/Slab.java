package simile.benchmarks.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * The whole lines of one range of a file, and behind them texts that had to be unescaped. A line
 * belongs to the range in which it starts. Reused from range to range.
 */
final class Slab {
  private static final int SPARE = 1 << 20;

  private byte[] bytes = new byte[0];
  private int lines;
  private int used;

  byte[] bytes() {
    return bytes;
  }

  /** Where the lines end. */
  int lines() {
    return lines;
  }

  /** Reads the lines that start in {@code start} (inclusive) to {@code end} (exclusive). */
  void read(FileChannel file, long start, long end) throws IOException {
    long from = Math.max(0, start - 1);
    long until = Math.min(file.size(), end);
    room((int) (until - from) + SPARE);
    used = 0;
    fill(file, from, (int) (until - from));
    while (until < file.size() && bytes[used - 1] != '\n') {
      fill(file, from + used, 1 << 16);
      for (int i = (int) (until - from); i < used; i++) {
        if (bytes[i] == '\n') {
          used = i + 1;
          break;
        }
      }
    }
    lines = used;
    dropTail(start);
  }

  /** Blanks the end of a line that belongs to the range before. */
  private void dropTail(long start) {
    for (int i = 0; start > 0 && i < used && bytes[i] != '\n'; i++) {
      bytes[i] = ' ';
    }
  }

  /** Keeps a text behind the lines. @return where it starts */
  int keep(byte[] text) {
    room(used + text.length);
    System.arraycopy(text, 0, bytes, used, text.length);
    used += text.length;
    return used - text.length;
  }

  private void fill(FileChannel file, long position, int length) throws IOException {
    room(used + length);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, used, length);
    while (buffer.hasRemaining()) {
      int n = file.read(buffer, position + length - buffer.remaining());
      if (n < 0) {
        break;
      }
    }
    used = buffer.position();
  }

  private void room(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, length);
    }
  }
}
