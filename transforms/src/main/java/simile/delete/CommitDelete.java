package simile.delete;

import java.io.IOException;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import simile.ingest.RunOutcome;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts in one place and commits them, once. */
public final class CommitDelete
    extends PTransform<PCollection<DeleteResult>, PCollection<RunOutcome>> {
  private static final long serialVersionUID = 1L;

  private final DeletePlan plan;

  private CommitDelete(DeletePlan plan) {
    this.plan = plan;
  }

  public static CommitDelete of(DeletePlan plan) {
    return new CommitDelete(plan);
  }

  @Override
  public PCollection<RunOutcome> expand(PCollection<DeleteResult> results) {
    DeletePlan run = plan;
    return results.apply(
        "End run",
        EndRun.of(
            run.runId(),
            DeleteResult.seed(),
            DeleteResult.class,
            RunOutcome.class,
            all -> commit(run, all)));
  }

  private static RunOutcome commit(DeletePlan plan, Iterable<DeleteResult> results)
      throws IOException {
    Store store = Store.open(plan.store());
    return new DeleteCommitter(plan, store.files(), store.log()).commit(results);
  }
}
