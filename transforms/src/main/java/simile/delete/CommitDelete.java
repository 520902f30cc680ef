package simile.delete;

import java.io.IOException;
import simile.ingest.RunOutcome;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts in one place and commits them, once. */
public final class CommitDelete {
  private CommitDelete() {}

  public static EndRun<DeleteResult, RunOutcome> of(DeletePlan plan) {
    return EndRun.of(
        plan.runId(),
        DeleteResult.seed(),
        DeleteResult.class,
        RunOutcome.class,
        results -> commit(plan, results));
  }

  private static RunOutcome commit(DeletePlan plan, Iterable<DeleteResult> results)
      throws IOException {
    Store store = Store.open(plan.store());
    return new DeleteCommitter(plan, store.files(), store.log()).commit(results);
  }
}
