package simile.ingest;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import simile.connectors.BeamInputs;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.input.Split;
import simile.log.Counts;
import simile.run.StageMetrics;

/** Wires a {@link RunIngester} into Beam. */
final class WriteSegmentFn extends DoFn<Split, SplitResult> {
  private static final long serialVersionUID = 1L;

  private final RunPlan plan;
  private final Counter read = Metrics.counter("simile", "records_read");
  private final Counter accepted = Metrics.counter("simile", "records_accepted");
  private final Counter rejected = Metrics.counter("simile", "records_rejected");
  private final Counter bytesRead = Metrics.counter("simile", "bytes_read");
  private final Counter bytesWritten = Metrics.counter("simile", "bytes_written");
  private transient RunIngester ingester;

  WriteSegmentFn(RunPlan plan) {
    this.plan = plan;
  }

  @Setup
  public void setUp() throws IOException {
    StoreFiles files = StoreFilesOpener.fromClassPath().open(plan.store());
    ingester =
        new RunIngester(
            plan,
            files,
            new BeamInputs(),
            plan.progress().open(files, plan.runId()),
            new SecureRandom());
  }

  @ProcessElement
  public void process(@Element Split split, OutputReceiver<SplitResult> out) throws IOException {
    SplitResult result = ingester.ingest(split);
    Counts counts = result.tally().counts();
    read.inc(counts.read());
    accepted.inc(counts.accepted());
    rejected.inc(counts.rejected());
    bytesRead.inc(counts.bytesRead());
    bytesWritten.inc(counts.bytesWritten());
    StageMetrics.times(result.stageNanos());
    StageMetrics.bytes("read", counts.bytesRead());
    StageMetrics.bytes("write", counts.bytesWritten());
    out.output(result);
  }

  @Teardown
  public void tearDown() throws IOException {
    if (ingester != null) {
      ingester.close();
    }
  }
}
