package simile.query;

/** Reads decimal numbers of few digits exactly and fast. */
final class PlainNumber {
  /** So many digits are exact in a double, and so is the power of ten that divides them. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private PlainNumber() {}

  /**
   * The number that starts at a place, the same double that a JSON parser gives: one division of
   * two exact doubles rounds once. NaN for what is written in any other way than digits with or
   * without a point, for more than {@value #MOST_DIGITS} digits, and for what is no number.
   */
  static double parse(String text, int from) {
    long digits = 0;
    int count = 0;
    int point = -1;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        if (++count > MOST_DIGITS) {
          return Double.NaN;
        }
      } else if (c == '.' && point < 0) {
        point = count;
      } else {
        break;
      }
    }
    if (count == 0 || (at < text.length() && !endsNumber(text.charAt(at)))) {
      return Double.NaN;
    }
    return digits / POWERS[point < 0 ? 0 : count - point];
  }

  private static boolean endsNumber(char c) {
    return c == ',' || c == '}' || c <= ' ';
  }
}
