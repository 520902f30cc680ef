package simile.cli.console;

/** What is counted on the way, beside bytes. */
public enum Counted {
  /** Rows of the input, whose rate tells something. */
  ROWS("row", true),
  /** Files, which are of any size. */
  FILES("file", false);

  private final String noun;
  private final boolean hasRate;

  Counted(String noun, boolean hasRate) {
    this.noun = noun;
    this.hasRate = hasRate;
  }

  String noun() {
    return noun;
  }

  boolean hasRate() {
    return hasRate;
  }
}
