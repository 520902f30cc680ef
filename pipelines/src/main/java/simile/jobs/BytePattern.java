package simile.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Looks for a text in bytes with Horspool's method (Practical fast searching in strings, 1980): the
 * byte under the text's last one says how far the text can be moved on, mostly by its whole length,
 * so that most bytes are never looked at.
 */
final class BytePattern {
  private final byte[] text;
  private final int[] shift = new int[256];

  private BytePattern(byte[] text) {
    this.text = text;
    Arrays.fill(shift, text.length);
    for (int i = 0; i < text.length - 1; i++) {
      shift[text[i] & 0xff] = text.length - 1 - i;
    }
  }

  /**
   * @throws IllegalArgumentException if the text is empty
   */
  static BytePattern of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to look for");
    }
    return new BytePattern(text.getBytes(UTF_8));
  }

  /** Whether the text lies in {@code bytes[start, end)}. */
  boolean isIn(byte[] bytes, int start, int end) {
    int last = text.length - 1;
    for (int i = start + last; i < end; i += shift[bytes[i] & 0xff]) {
      if (bytes[i] == text[last] && Arrays.equals(bytes, i - last, i + 1, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }
}
