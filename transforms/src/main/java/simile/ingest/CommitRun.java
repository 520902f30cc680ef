package simile.ingest;

import java.io.IOException;
import java.util.UUID;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all splits in one place and commits them, once. */
public final class CommitRun extends PTransform<PCollection<SplitResult>, PCollection<RunOutcome>> {
  private static final long serialVersionUID = 1L;

  private final RunPlan plan;

  private CommitRun(RunPlan plan) {
    this.plan = plan;
  }

  public static CommitRun of(RunPlan plan) {
    return new CommitRun(plan);
  }

  @Override
  public PCollection<RunOutcome> expand(PCollection<SplitResult> results) {
    RunPlan run = plan;
    return results.apply(
        "End run",
        EndRun.of(
            run.runId(),
            SplitResult.seed(),
            SplitResult.class,
            RunOutcome.class,
            all -> commit(run, all)));
  }

  private static RunOutcome commit(RunPlan plan, Iterable<SplitResult> results) throws IOException {
    Store store = Store.openOrCreate(plan.store());
    RunCommitter committer =
        new RunCommitter(
            plan, store.files(), store.log(), () -> UUID.randomUUID().toString().substring(0, 8));
    return committer.commit(results);
  }
}
