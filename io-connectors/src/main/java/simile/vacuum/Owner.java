package simile.vacuum;

/** Whose a file is that no entry of the log names. */
sealed interface Owner {

  /** Of a run that can never name it. */
  record Settled() implements Owner {}

  /** Of a run that may be at work. */
  record Living() implements Owner {}

  /**
   * Of a run that may yet come back, and must be fenced first.
   *
   * @param runId the run
   */
  record Dead(String runId) implements Owner {}

  /** Nobody's that is known: no run can have made it, or one of two runs that nobody knows. */
  record Nobody() implements Owner {}
}
