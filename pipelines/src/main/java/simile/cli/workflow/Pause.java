package simile.cli.workflow;

/** Waits between two looks. Tests put another in the place of {@link Thread#sleep}. */
@FunctionalInterface
interface Pause {
  void of(long milliseconds) throws InterruptedException;
}
