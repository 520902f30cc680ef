package simile.cli.console;

/** A bar on one line of a terminal, which is gone at the end. */
final class BarProgress implements Progress {
  private static final int BAR = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final Pace pace;

  BarProgress(Console console, Pace pace) {
    this.console = console;
    this.pace = pace;
  }

  @Override
  public void at(long bytes, long items, String rejected) {
    int width = console.terminal().columns() > 0 ? console.terminal().columns() : 80;
    String line = bar(pace.share(bytes)) + pace.words(bytes, items, rejected);
    console.err().print(CLEAR + TextWidth.cut(line, width - 1));
    console.err().flush();
  }

  @Override
  public void close() {
    console.err().print(CLEAR);
    console.err().flush();
  }

  /** Filled to an eighth of a cell; nothing if the share is unknown. */
  private static String bar(double share) {
    if (share < 0) {
      return "";
    }
    int eighths = (int) (share * BAR * 8);
    String partial = eighths % 8 == 0 ? "" : String.valueOf(" ▏▎▍▌▋▊▉".charAt(eighths % 8));
    String filled = "█".repeat(eighths / 8) + partial;
    int percent = (int) (share * 100);
    return "│" + filled + " ".repeat(BAR - filled.length()) + "│ " + percent + " % ";
  }
}
