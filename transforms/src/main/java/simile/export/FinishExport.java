package simile.export;

import java.io.IOException;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import simile.connectors.OutputFiles;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts in one place and publishes them, once. */
public final class FinishExport
    extends PTransform<PCollection<ExportResult>, PCollection<ExportOutcome>> {
  private static final long serialVersionUID = 1L;

  private final ExportPlan plan;

  private FinishExport(ExportPlan plan) {
    this.plan = plan;
  }

  public static FinishExport of(ExportPlan plan) {
    return new FinishExport(plan);
  }

  @Override
  public PCollection<ExportOutcome> expand(PCollection<ExportResult> results) {
    ExportPlan run = plan;
    return results.apply(
        "End run",
        EndRun.of(
            run.runId(),
            ExportResult.seed(),
            ExportResult.class,
            ExportOutcome.class,
            all -> finish(run, all)));
  }

  private static ExportOutcome finish(ExportPlan plan, Iterable<ExportResult> results)
      throws IOException {
    return new ExportFinisher(
            plan, Store.open(plan.source().store()), OutputFiles.at(plan.output().folder()))
        .finish(results);
  }
}
