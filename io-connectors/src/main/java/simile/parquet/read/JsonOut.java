package simile.parquet.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import simile.parquet.ParquetFormatException;
import simile.parquet.format.GrowingBytes;

/** Lines of JSON that are being made, none longer than a limit. */
final class JsonOut {
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

  private final GrowingBytes bytes;
  private final int maxLineBytes;
  private int lineStart;

  JsonOut(int capacity, int maxLineBytes) {
    this.bytes = new GrowingBytes(capacity);
    this.maxLineBytes = maxLineBytes;
  }

  GrowingBytes bytes() {
    return bytes;
  }

  int size() {
    return bytes.size();
  }

  void beginLine() {
    lineStart = bytes.size();
  }

  /**
   * Asks for room.
   *
   * @throws ParquetFormatException if the line would be too long
   */
  void expect(int more) throws ParquetFormatException {
    if ((long) bytes.size() - lineStart + more > maxLineBytes) {
      throw new ParquetFormatException(
          "a row becomes more than %d bytes of JSON".formatted(maxLineBytes));
    }
  }

  void put(char c) {
    bytes.put(c);
  }

  void put(byte[] from) {
    bytes.put(from);
  }

  void ascii(String text) {
    bytes.reserve(text.length());
    byte[] array = bytes.array();
    int at = bytes.size();
    for (int i = 0; i < text.length(); i++) {
      array[at + i] = (byte) text.charAt(i);
    }
    bytes.truncate(at + text.length());
  }

  /** A string without characters that need escapes. */
  void quoted(String text) {
    put('"');
    ascii(text);
    put('"');
  }

  /** A string, of UTF-8 that is not checked. */
  void string(byte[] from, int start, int end) throws ParquetFormatException {
    expect(end - start + 2);
    bytes.reserve(end - start + 2);
    bytes.put('"');
    int plain = start;
    for (int i = start; i < end; i++) {
      byte b = from[i];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        bytes.put(from, plain, i - plain);
        escape(b);
        plain = i + 1;
        expect(end - plain);
      }
    }
    bytes.put(from, plain, end - plain);
    bytes.put('"');
  }

  private void escape(byte b) {
    bytes.put('\\');
    switch (b) {
      case '"', '\\' -> bytes.put(b);
      case '\n' -> bytes.put('n');
      case '\r' -> bytes.put('r');
      case '\t' -> bytes.put('t');
      case '\b' -> bytes.put('b');
      case '\f' -> bytes.put('f');
      default -> {
        ascii("u00");
        bytes.put(HEX[b >> 4]);
        bytes.put(HEX[b & 0xf]);
      }
    }
  }
}
