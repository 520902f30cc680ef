package simile.cluster;

/** How a job on a cluster stands. */
public enum JobState {
  /** It waits, runs, restarts or ends, but has not ended. */
  AT_WORK,
  FINISHED,
  FAILED,
  CANCELED;

  public boolean isOver() {
    return this != AT_WORK;
  }

  /** What Flink calls it, which has more names. */
  static JobState of(String name) {
    return switch (name) {
      case "FINISHED" -> FINISHED;
      case "FAILED" -> FAILED;
      case "CANCELED" -> CANCELED;
      default -> AT_WORK;
    };
  }
}
