package simile.proof.model;

/** Gives some runs to whole jobs, and the others to the classes that do their work. */
final class MixedOperations extends ForwardingOperations {
  private final Operations plain;
  private final int oneIn;

  /**
   * @param oneIn one run in so many is a job
   */
  MixedOperations(Operations jobs, Operations plain, int oneIn) {
    super(jobs);
    this.plain = plain;
    this.oneIn = oneIn;
  }

  @Override
  Operations of(String run) {
    return Math.floorMod(run.hashCode(), oneIn) == 0 ? super.of(run) : plain;
  }
}
