package simile.parquet.write;

/** Looks for halves of surrogate pairs, which only escapes can bring into JSON. */
final class Surrogates {
  private static final int ESCAPE = 6;

  private Surrogates() {}

  /** Whether every escaped surrogate in the JSON {@code bytes[start, end)} is one of a pair. */
  static boolean areWhole(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      if (bytes[i] != '\\') {
        i++;
        continue;
      }
      char unit = unit(bytes, i, end);
      if (!Character.isSurrogate(unit)) {
        i += 2;
      } else if (Character.isHighSurrogate(unit)
          && Character.isLowSurrogate(unit(bytes, i + ESCAPE, end))) {
        i += 2 * ESCAPE;
      } else {
        return false;
      }
    }
    return true;
  }

  /** What an escape at {@code i} stands for, if it is one by number; else some other character. */
  private static char unit(byte[] bytes, int i, int end) {
    if (i + ESCAPE > end || bytes[i] != '\\' || bytes[i + 1] != 'u') {
      return 0;
    }
    int unit = 0;
    for (int digit = i + 2; digit < i + ESCAPE; digit++) {
      unit = unit << 4 | Character.digit(bytes[digit], 16);
    }
    return (char) unit;
  }
}
