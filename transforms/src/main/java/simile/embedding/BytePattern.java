package simile.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Looks for a text of {@code m} bytes by looking at four of every {@code m - 3}: wherever the text
 * lies, exactly one of those fours is all inside it, and so is one of the text's own. No look
 * depends on the one before, so that the processor can overlap them.
 */
final class BytePattern {
  private static final int WORD = Integer.BYTES;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int TABLE_BITS = 10;
  private static final int SPREAD = 0x9E3779B1;

  private final byte[] text;
  private final boolean[] mayBeInside = new boolean[1 << TABLE_BITS];

  private BytePattern(byte[] text) {
    this.text = text;
    for (int i = 0; i + WORD <= text.length; i++) {
      mayBeInside[slot((int) INTS.get(text, i))] = true;
    }
  }

  /**
   * @throws IllegalArgumentException if the text has less than four bytes
   */
  static BytePattern of(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    if (utf8.length < WORD) {
      throw new IllegalArgumentException("'" + text + "' is too short to look for");
    }
    return new BytePattern(utf8);
  }

  /** Whether the text lies in {@code bytes[start, end)}. */
  boolean isIn(byte[] bytes, int start, int end) {
    int step = text.length - WORD + 1;
    for (int i = start; i <= end - WORD; i += step) {
      if (mayBeInside[slot((int) INTS.get(bytes, i))] && isAround(bytes, i, start, end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the text lies in {@code [start, end)} so that the four bytes at {@code i} are in it.
   */
  private boolean isAround(byte[] bytes, int i, int start, int end) {
    int first = Math.max(start, i - text.length + WORD);
    int last = Math.min(i, end - text.length);
    for (int at = first; at <= last; at++) {
      if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }

  private static int slot(int word) {
    return (word * SPREAD) >>> (Integer.SIZE - TABLE_BITS);
  }
}
