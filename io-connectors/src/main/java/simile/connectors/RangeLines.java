package simile.connectors;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, with the places where they start. */
final class RangeLines {
  private static final int FIRST_BUFFER = 1 << 17;

  private final InputStream in;
  private final int maxLineBytes;
  private final String file;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private long bufferAt;
  private int from;
  private int to;
  private int used;
  private int filled;

  /**
   * @param position of the stream's first byte in the file
   * @param file named in errors
   */
  RangeLines(InputStream in, long position, int maxLineBytes, String file) {
    this.in = in;
    this.bufferAt = position;
    this.maxLineBytes = maxLineBytes;
    this.file = file;
  }

  /** Goes behind the next line feed, however far that is. */
  void skipLine() throws IOException {
    while (true) {
      for (; used < filled; used++) {
        if (buffer[used] == '\n') {
          used++;
          return;
        }
      }
      from = used;
      if (!fill()) {
        return;
      }
    }
  }

  /** Reads the next line. @return whether there is one */
  boolean next() throws IOException {
    from = used;
    if (used == filled && !fill()) {
      return false;
    }
    while (true) {
      for (; used < filled; used++) {
        if (buffer[used] == '\n') {
          return end(used++);
        }
      }
      if (filled - from > maxLineBytes || !fill()) {
        return end(filled);
      }
    }
  }

  /** Where the line starts in the file. */
  long start() {
    return bufferAt + from;
  }

  /** The line without framing: byte order mark, CR, LF. */
  byte[] line() {
    boolean marked =
        start() == 0
            && to - from >= 3
            && buffer[from] == (byte) 0xef
            && buffer[from + 1] == (byte) 0xbb
            && buffer[from + 2] == (byte) 0xbf;
    int first = marked ? from + 3 : from;
    int end = to > first && buffer[to - 1] == '\r' ? to - 1 : to;
    return Arrays.copyOfRange(buffer, first, end);
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean end(int lineEnd) throws IOException {
    to = lineEnd;
    if (to - from > maxLineBytes) {
      throw new IOException(
          "%s: the line at byte %d is longer than %d bytes; raise withMaxLineBytes"
              .formatted(file, start(), maxLineBytes));
    }
    return true;
  }

  /** Reads more behind what the line has so far, which moves to the buffer's start. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    bufferAt += from;
    used -= from;
    filled -= from;
    from = 0;
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int n = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(n, 0);
    return n > 0;
  }
}
