package simile.compact;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import simile.ingest.ProgressPlace;
import simile.ingest.ProgressSink;
import simile.run.StageMetrics;

/** Wires a {@link RangeCompactor} into Beam. */
final class CompactRangeFn extends DoFn<RangeTask, RangeResult> {
  private static final long serialVersionUID = 1L;

  private final CompactionPlan plan;
  private final ProgressPlace place;
  private final Counter read = Metrics.counter("simile", "entries_read");
  private final Counter written = Metrics.counter("simile", "rows_written");
  private transient PlannedStore store;
  private transient RangeCompactor compactor;
  private transient ProgressSink progress;

  CompactRangeFn(CompactionPlan plan, ProgressPlace place) {
    this.plan = plan;
    this.place = place;
  }

  @Setup
  public void setUp() throws IOException {
    store = PlannedStore.open(plan);
    progress = place.open(store.files(), plan.runId());
    compactor = new RangeCompactor(store.files(), plan.runId(), plan.rules(), new SecureRandom());
  }

  @ProcessElement
  public void process(@Element RangeTask task, OutputReceiver<RangeResult> out) throws IOException {
    progress.requireWanted(plan.runId());
    progress.begin(task.group() + "/" + task.range());
    RangeResult result = compactor.compact(store.group(task.group()), task.range());
    progress.add(0, result.tally().entries());
    read.inc(result.tally().entries());
    written.inc(result.tally().rows());
    StageMetrics.times(result.stageNanos());
    StageMetrics.bytes("write", CompactionDetails.bytes(result));
    out.output(result);
  }

  @Teardown
  public void tearDown() throws IOException {
    if (progress != null) {
      progress.close();
    }
  }
}
