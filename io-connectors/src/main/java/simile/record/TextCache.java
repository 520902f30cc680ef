package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Turns byte ranges into strings, and equal ranges mostly into one string: partition values repeat.
 */
public final class TextCache {
  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 64;

  private final byte[][] keys = new byte[SLOTS][0];
  private final String[] values = new String[SLOTS];

  public TextCache() {
    Arrays.fill(values, "");
  }

  /** The UTF-8 text of {@code bytes[start, end)}. */
  public String text(byte[] bytes, int start, int end) {
    if (end - start > LONGEST) {
      return new String(bytes, start, end - start, UTF_8);
    }
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    byte[] key = keys[slot];
    if (!Arrays.equals(key, 0, key.length, bytes, start, end)) {
      keys[slot] = Arrays.copyOfRange(bytes, start, end);
      values[slot] = new String(bytes, start, end - start, UTF_8);
    }
    return values[slot];
  }
}
