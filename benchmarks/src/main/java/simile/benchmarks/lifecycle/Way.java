package simile.benchmarks.lifecycle;

/**
 * One way to do a task.
 *
 * @param name as the table shows it
 * @param exact whether its answer must be the right one; a limit that does less is not exact
 * @param work does it, once
 */
record Way(String name, boolean exact, Work work) {

  /** What is timed. */
  @FunctionalInterface
  interface Work {
    Answer run() throws Exception;
  }

  static Way exact(String name, Work work) {
    return new Way(name, true, work);
  }

  static Way limit(String name, Work work) {
    return new Way(name, false, work);
  }
}
