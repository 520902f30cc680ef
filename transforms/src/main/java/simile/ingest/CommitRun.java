package simile.ingest;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.UUID;
import simile.connectors.BeamInputs;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all splits in one place and commits them, once. */
public final class CommitRun {
  private CommitRun() {}

  public static EndRun<SplitResult, RunOutcome> of(RunPlan plan) {
    return EndRun.of(
        plan.runId(),
        SplitResult.seed(),
        SplitResult.class,
        RunOutcome.class,
        results -> commit(plan, results));
  }

  private static RunOutcome commit(RunPlan plan, Iterable<SplitResult> results) throws IOException {
    Store store = Store.openOrCreate(plan.store());
    return new AgreedCommitter(
            store.files(),
            store.log(),
            () -> UUID.randomUUID().toString().substring(0, 8),
            new BeamInputs(),
            new SecureRandom())
        .commit(plan, results, CommitGuard.NONE);
  }
}
