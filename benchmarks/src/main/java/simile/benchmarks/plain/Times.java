package simile.benchmarks.plain;

/** Checks ISO-8601 date-times with an offset, without making objects. */
final class Times {
  private static final byte[] SHAPE = {
    'd', 'd', 'd', 'd', '-', 'd', 'd', '-', 'd', 'd', 'T', 'd', 'd', ':', 'd', 'd', ':', 'd', 'd'
  };

  private Times() {}

  /** Whether it is {@code 2026-01-31T23:59:59}, a fraction or none, and {@code Z} or an offset. */
  static boolean valid(byte[] text, int start, int end) {
    if (end - start <= SHAPE.length) {
      return false;
    }
    for (int i = 0; i < SHAPE.length; i++) {
      byte c = text[start + i];
      if (SHAPE[i] == 'd' ? !digit(c) : c != SHAPE[i]) {
        return false;
      }
    }
    return in(two(text, start + 5), 1, 12)
        && in(two(text, start + 8), 1, 31)
        && two(text, start + 11) < 24
        && two(text, start + 14) < 60
        && two(text, start + 17) < 61
        && offset(text, start + SHAPE.length, end);
  }

  private static boolean offset(byte[] text, int start, int end) {
    int i = start;
    if (text[i] == '.') {
      i++;
      while (i < end && digit(text[i])) {
        i++;
      }
    }
    if (i + 1 == end) {
      return text[i] == 'Z';
    }
    return i + 6 == end && (text[i] == '+' || text[i] == '-') && text[i + 3] == ':';
  }

  private static boolean digit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static int two(byte[] text, int at) {
    return 10 * (text[at] - '0') + text[at + 1] - '0';
  }

  private static boolean in(int value, int low, int high) {
    return value >= low && value <= high;
  }
}
