package simile.benchmarks.generate;

import java.util.Arrays;

/** Text as it grows, in UTF-8 bytes. */
final class ByteText {
  private byte[] bytes;
  private int length;

  ByteText(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  ByteText add(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  ByteText add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Adds {@code number} in decimal, with leading zeros up to {@code digits}. */
  ByteText addNumber(long number, int digits) {
    room(digits);
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
