package simile.export;

import java.io.IOException;
import java.security.SecureRandom;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import simile.connectors.OutputFiles;
import simile.ingest.ProgressPlace;
import simile.ingest.ProgressSink;
import simile.run.StageMetrics;
import simile.store.Store;

/** Wires a {@link PartExporter} into Beam. */
final class ExportPartFn extends DoFn<ExportPart, ExportResult> {
  private static final long serialVersionUID = 1L;

  private final ExportPlan plan;
  private final ProgressPlace place;
  private final Counter written = Metrics.counter("simile", "rows_written");
  private transient PartExporter exporter;
  private transient ProgressSink progress;

  ExportPartFn(ExportPlan plan, ProgressPlace place) {
    this.plan = plan;
    this.place = place;
  }

  @Setup
  public void setUp() throws IOException {
    Store store = Store.open(plan.source().store());
    progress = place.open(store.files(), plan.runId());
    exporter =
        new PartExporter(
            plan,
            plan.source().open(store),
            store.files(),
            OutputFiles.at(plan.output().folder()),
            new SecureRandom());
  }

  @ProcessElement
  public void process(@Element ExportPart part, OutputReceiver<ExportResult> out)
      throws IOException {
    progress.requireWanted(plan.runId());
    progress.begin(unit(part));
    ExportResult result = StageMetrics.time("export", () -> exporter.export(part, progress));
    written.inc(result.files().stream().mapToLong(PartFile::rows).sum());
    StageMetrics.bytes("write", result.files().stream().mapToLong(PartFile::bytes).sum());
    out.output(result);
  }

  /** A run may export several collections, in several formats. */
  private String unit(ExportPart part) {
    return "%s/%s.%s/%d"
        .formatted(
            plan.source().context(),
            plan.source().collection(),
            plan.shape().format().key(),
            part.number());
  }

  @Teardown
  public void tearDown() throws IOException {
    if (progress != null) {
      progress.close();
    }
  }
}
