package simile.ingest;

import java.io.IOException;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import simile.store.Store;

/** Wires a {@link RunCommitter} into Beam. */
final class CommitRunFn extends DoFn<KV<String, Iterable<SplitResult>>, RunOutcome> {
  private static final long serialVersionUID = 1L;

  private final IngestPlan plan;

  CommitRunFn(IngestPlan plan) {
    this.plan = plan;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<SplitResult>> results, OutputReceiver<RunOutcome> out)
      throws IOException {
    Store store = Store.openOrCreate(plan.store());
    RunCommitter committer =
        new RunCommitter(
            plan, store.files(), store.log(), () -> UUID.randomUUID().toString().substring(0, 8));
    out.output(committer.commit(results.getValue()));
  }
}
