package simile.jobs.export;

/** How many log entries a bundle takes along: {@code all}, {@code none}, or a number. */
public final class HistoryEntries {
  private static final String ALL = "all";
  private static final String NONE = "none";

  private HistoryEntries() {}

  /**
   * @throws IllegalArgumentException if it is none of these
   */
  public static long of(String words) {
    if (words.equals(ALL)) {
      return Long.MAX_VALUE;
    }
    if (words.equals(NONE)) {
      return 0;
    }
    if (!words.matches("\\d{1,18}")) {
      throw new IllegalArgumentException(
          "--history is '%s'; expected all, none, or how many log entries".formatted(words));
    }
    return Long.parseLong(words);
  }

  static String inWords(long entries) {
    return entries == Long.MAX_VALUE ? ALL : Long.toString(entries);
  }
}
