package simile.contract.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode 15, table 3-7).
 * Plain ASCII is looked at eight bytes at a time.
 */
public final class Utf8 {
  /** Set where a range holds a byte above 0x7F. */
  public static final int NON_ASCII = 1;

  /** Set where a range holds a backslash. */
  public static final int BACKSLASH = 2;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

  private Utf8() {}

  /**
   * Looks at {@code bytes[start, end)}.
   *
   * @return a sum of {@link #NON_ASCII} and {@link #BACKSLASH}, or where the bytes are not UTF-8,
   *     {@code -1 - index} of the first bad sequence
   */
  public static int scan(byte[] bytes, int start, int end) {
    long high = 0;
    long backslash = 0;
    int i = start;
    while (true) {
      while (i <= end - 8) {
        long word = (long) LONGS.get(bytes, i);
        if ((word & HIGH_BITS) != 0) {
          break;
        }
        long same = word ^ BACKSLASHES;
        backslash |= (same - LOW_BITS) & ~same & HIGH_BITS;
        i += 8;
      }
      // One sequence, or the ASCII before it, or the last bytes.
      if (i >= end) {
        break;
      }
      int lead = bytes[i];
      if (lead >= 0) {
        backslash |= lead == '\\' ? 1 : 0;
        i++;
        continue;
      }
      int length = sequence(bytes, i, end);
      if (length == 0) {
        return -1 - i;
      }
      high = 1;
      i += length;
    }
    return (high != 0 ? NON_ASCII : 0) | (backslash != 0 ? BACKSLASH : 0);
  }

  /** The length of the well-formed sequence that starts at {@code i}, or 0 if there is none. */
  private static int sequence(byte[] bytes, int i, int end) {
    int lead = bytes[i] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return end - i >= 2 && continues(bytes[i + 1]) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return end - i >= 3 && second(lead, bytes[i + 1]) && continues(bytes[i + 2]) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      boolean ok =
          end - i >= 4
              && second(lead, bytes[i + 1])
              && continues(bytes[i + 2])
              && continues(bytes[i + 3]);
      return ok ? 4 : 0;
    }
    return 0;
  }

  private static boolean continues(byte b) {
    return (b & 0xc0) == 0x80;
  }

  private static boolean second(int lead, byte b) {
    int value = b & 0xff;
    return switch (lead) {
      case 0xe0 -> value >= 0xa0 && value <= 0xbf;
      case 0xed -> value >= 0x80 && value <= 0x9f;
      case 0xf0 -> value >= 0x90 && value <= 0xbf;
      case 0xf4 -> value >= 0x80 && value <= 0x8f;
      default -> continues(b);
    };
  }
}
