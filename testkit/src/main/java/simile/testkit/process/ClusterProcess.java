package simile.testkit.process;

/**
 * A process of a session cluster.
 *
 * @param role such as {@code taskmanager-2}
 * @param pid its number
 */
public record ClusterProcess(String role, long pid) {
  private static final String WORKER = "taskmanager-";

  /** Of a line of {@code cluster pids}. */
  static ClusterProcess of(String line) {
    String[] words = line.split(" ", -1);
    return new ClusterProcess(words[0], Long.parseLong(words[1]));
  }

  public boolean isTaskManager() {
    return role.startsWith(WORKER);
  }

  /**
   * Whether Flink means this one.
   *
   * @param resourceId what Flink calls a task manager, such as {@code tm-2-123}
   */
  public boolean isCalled(String resourceId) {
    return isTaskManager() && resourceId.startsWith("tm-" + role.substring(WORKER.length()) + "-");
  }
}
