package simile.benchmarks.faults;

/**
 * What became of a run of the naive pipeline.
 *
 * @param state of its job, in Flink's words
 * @param exit code of who submitted it and waited
 * @param restarts of its job
 * @param temporary files that were left
 */
record Row(
    Moment moment,
    long records,
    String state,
    int exit,
    long restarts,
    Lines lines,
    long temporary,
    long seconds) {

  static final String HEAD =
      """
      | fault | moment | records | job | exit code | restarts | missing | there again | no record | temporary files left | seconds | output |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  String line() {
    return "| %s | %s | %,d | %s | %d | %d | %,d | %,d | %,d | %d | %d | %s |%n"
        .formatted(
            moment == Moment.NEVER ? "none" : "kill -9 of a TaskManager",
            moment.text(),
            records,
            state,
            exit,
            restarts,
            lines.missing(),
            lines.again(),
            lines.strange(),
            temporary,
            seconds,
            lines.isRight() ? "right" : "**wrong**");
  }
}
