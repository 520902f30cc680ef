package simile.proof;

import simile.jobs.RunSummary;

/** Runs an ingest job on the Direct runner and says which version it made. */
public final class IngestMain {
  private IngestMain() {}

  /**
   * @param arguments the store, the run's id, the input
   */
  public static void main(String[] arguments) throws Exception {
    RunSummary summary =
        Jobs.direct(
            Jobs.args(
                arguments[0],
                arguments[1],
                arguments[1],
                simile.ingest.Gate.OPEN,
                simile.jobs.InputLimits.DEFAULT_SPLIT_BYTES,
                arguments[2]));
    System.out.println("version " + summary.version());
  }
}
