package simile.cli.console;

/** How many cells of a terminal a text takes, and texts made safe for it. */
public final class TextWidth {
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final String ELLIPSIS = "…";

  /** The ranges of code points that take two cells: East Asian wide and fullwidth, and emoji. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x26A1, 0x26A1},
    {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},
    {0x26D4, 0x26D4},
    {0x26EA, 0x26EA},
    {0x26F2, 0x26F5},
    {0x26FA, 0x26FD},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274E},
    {0x2753, 0x2757},
    {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B55},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF},
    {0x1F18E, 0x1F19A},
    {0x1F200, 0x1F320},
    {0x1F32D, 0x1F335},
    {0x1F337, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F9FF},
    {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private TextWidth() {}

  /** The cells that a text takes. */
  public static int of(String text) {
    return prefix(text, Integer.MAX_VALUE).cells;
  }

  /** The text, cut with an ellipsis if it takes more than {@code cells}. */
  public static String cut(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    return cells < 1 ? "" : text.substring(0, prefix(text, cells - 1).end) + ELLIPSIS;
  }

  /**
   * The text on one line and without power over the terminal: control characters become pictures of
   * themselves, marks that turn the direction of writing around go.
   */
  public static String harmless(String text) {
    if (text.codePoints().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.append(harmless(c)));
    return safe.toString();
  }

  private static String harmless(int c) {
    if (c < ' ') {
      return Character.toString(0x2400 + c);
    }
    if (c == 0x7F) {
      return "\u2421";
    }
    boolean turns = in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069);
    boolean breaks = in(c, 0x80, 0x9F) || in(c, 0x2028, 0x2029) || in(c, 0xD800, 0xDFFF);
    return turns || breaks ? "\uFFFD" : Character.toString(c);
  }

  private record Prefix(int end, int cells) {}

  /** The longest prefix of whole characters that takes at most {@code limit} cells. */
  private static Prefix prefix(String text, int limit) {
    int cells = 0;
    int last = 0; // the width of the character before, for what changes it
    boolean joined = false;
    boolean flag = false; // two regional indicators make one flag
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean indicator = in(c, 0x1F1E6, 0x1F1FF);
      int width;
      if (c == EMOJI_STYLE) {
        width = last == 1 ? 1 : 0;
      } else if (joined || (indicator && flag)) {
        width = 0;
      } else {
        width = indicator ? 2 : cells(c);
      }
      if (cells + width > limit) {
        break;
      }
      cells += width;
      joined = c == JOINER;
      flag = indicator && !flag;
      last = width;
      i += Character.charCount(c);
    }
    return new Prefix(i, cells);
  }

  private static int cells(int c) {
    if (c < 0x300) {
      return c == 0xAD ? 0 : 1;
    }
    int type = Character.getType(c);
    boolean mark =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT
            || in(c, 0x1F3FB, 0x1F3FF); // skin tones
    if (mark) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }

  private static boolean isWide(int c) {
    int low = 0;
    int high = WIDE.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < WIDE[middle][0]) {
        high = middle - 1;
      } else if (c > WIDE[middle][1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
