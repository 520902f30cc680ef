package simile.compact;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import simile.run.StageMetrics;

/** Wires a {@link GroupCommitter} into Beam. */
final class CommitGroupFn extends DoFn<KV<Integer, Iterable<RangeResult>>, GroupOutcome> {
  private static final long serialVersionUID = 1L;

  private final CompactionPlan plan;
  private transient PlannedStore store;
  private transient GroupCommitter committer;

  CommitGroupFn(CompactionPlan plan) {
    this.plan = plan;
  }

  @Setup
  public void setUp() throws IOException {
    store = PlannedStore.open(plan);
    committer = new GroupCommitter(plan, store.files(), store.log());
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<RangeResult>> results, OutputReceiver<GroupOutcome> out)
      throws IOException {
    out.output(
        StageMetrics.time(
            "commit", () -> committer.commit(store.group(results.getKey()), results.getValue())));
  }
}
