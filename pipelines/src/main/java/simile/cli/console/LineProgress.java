package simile.cli.console;

/** A plain line every few seconds, for logs. */
final class LineProgress implements Progress {
  private static final double EVERY_SECONDS = 5;

  private final Console console;
  private final Pace pace;
  private double next = EVERY_SECONDS;

  LineProgress(Console console, Pace pace) {
    this.console = console;
    this.pace = pace;
  }

  @Override
  public void at(long bytes, long items, String rejected) {
    if (pace.seconds() >= next) {
      next = pace.seconds() + EVERY_SECONDS;
      console.say("simile: " + pace.words(bytes, items, rejected));
    }
  }

  @Override
  public void close() {}
}
