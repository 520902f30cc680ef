package simile.delete;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import simile.connectors.BeamInputs;
import simile.ingest.ProgressPlace;
import simile.ingest.ProgressSink;
import simile.run.StageMetrics;
import simile.store.AsOf;
import simile.store.Store;

/** Wires a {@link PartDeleter} into Beam. */
final class DeletePartFn extends DoFn<DeletePart, DeleteResult> {
  private static final long serialVersionUID = 1L;

  private final DeletePlan plan;
  private final ProgressPlace place;
  private final Counter deletions = Metrics.counter("simile", "deletions");
  private transient PartDeleter deleter;
  private transient ProgressSink progress;

  DeletePartFn(DeletePlan plan, ProgressPlace place) {
    this.plan = plan;
    this.place = place;
  }

  @Setup
  public void setUp() throws IOException {
    Store store = Store.open(plan.store());
    progress = place.open(store.files(), plan.runId());
    deleter =
        new PartDeleter(
            plan,
            store.files(),
            store
                .snapshot(new AsOf.Version(plan.version()))
                .collection(plan.context(), plan.collection()),
            new BeamInputs(),
            new SecureRandom());
  }

  @ProcessElement
  public void process(@Element DeletePart part, OutputReceiver<DeleteResult> out)
      throws IOException {
    progress.requireWanted(plan.runId());
    progress.begin(Integer.toString(part.number()));
    DeleteResult result = StageMetrics.time("delete", () -> deleter.delete(part));
    StageMetrics.bytes("read", result.counts().bytesRead());
    progress.add(result.counts().bytesRead(), result.counts().asked());
    deletions.inc(result.counts().asked());
    out.output(result);
  }

  @Teardown
  public void tearDown() throws IOException {
    if (progress != null) {
      progress.close();
    }
  }
}
