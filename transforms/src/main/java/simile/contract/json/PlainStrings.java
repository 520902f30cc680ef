package simile.contract.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of JSON strings that hold no escapes, eight bytes at a time. */
final class PlainStrings {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long SPACES = 0x2020202020202020L;

  private PlainStrings() {}

  /**
   * The index of the first {@code "} in {@code bytes[from, end)}, or -1 where a control character
   * or the end comes first.
   */
  static int closingQuote(byte[] bytes, int from, int end) {
    int i = from;
    while (i <= end - 8) {
      long word = (long) LONGS.get(bytes, i);
      long quote = word ^ QUOTES;
      // The lowest bit set is exact; a borrow can only set bits above it.
      long stops = (((quote - LOW_BITS) & ~quote) | ((word - SPACES) & ~word)) & HIGH_BITS;
      if (stops != 0) {
        int at = i + (Long.numberOfTrailingZeros(stops) >>> 3);
        return bytes[at] == '"' ? at : -1;
      }
      i += 8;
    }
    for (; i < end; i++) {
      if (bytes[i] == '"') {
        return i;
      }
      if (bytes[i] >= 0 && bytes[i] < ' ') {
        return -1;
      }
    }
    return -1;
  }
}
