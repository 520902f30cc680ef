package simile.benchmarks.faults;

/** When a task manager is killed, as the output's folder tells. */
enum Moment {
  NEVER("–"),
  /** There are temporary files, and no other. */
  WRITING("while writing"),
  /** Some files have their names already, and some not yet. */
  FINALIZING("while finalizing");

  private final String text;

  Moment(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean isNow(OutputFolder output) {
    return switch (this) {
      case NEVER -> false;
      case WRITING -> output.isBegun() && !output.hasNamed();
      case FINALIZING -> output.isBegun() && output.hasNamed();
    };
  }
}
