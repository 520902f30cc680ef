package simile.cli.workflow;

/**
 * The states that people are shown: those of a workflow, and what became of one that fell silent.
 */
enum ShownStatus {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED,
  /** It did not end, and its process is gone or silent. */
  DEAD
}
