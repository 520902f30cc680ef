package simile.chaos;

/**
 * What became of a trial.
 *
 * @param outcome how the run ended, and what completed it
 * @param commits entries of the run in the log
 * @param restarts of its job
 * @param attempts at segments, and how many segments the run needed
 * @param orphans files that no entry named at the end, before the vacuum
 * @param fault what is wrong; empty if everything is right
 */
record Row(
    Trial trial,
    String storage,
    String outcome,
    long commits,
    long restarts,
    String attempts,
    long orphans,
    long seconds,
    String fault) {

  boolean isRight() {
    return fault.isEmpty();
  }

  String line() {
    return "| %s | %s | %s | %s | %,d | %s | %d | %d | %s | %d | %d | %s |"
        .formatted(
            trial.fault().text(),
            trial.moment().text(),
            trial.work().text(),
            storage,
            trial.records(),
            outcome,
            commits,
            restarts,
            attempts,
            orphans,
            seconds,
            isRight() ? "right" : "**wrong**: " + fault);
  }
}
