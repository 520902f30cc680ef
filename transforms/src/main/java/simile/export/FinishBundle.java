package simile.export;

import java.io.IOException;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import simile.connectors.OutputFiles;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts of a bundle in one place and publishes it, once. */
public final class FinishBundle
    extends PTransform<PCollection<ExportResult>, PCollection<ExportOutcome>> {
  private static final long serialVersionUID = 1L;

  private final BundlePlan plan;

  private FinishBundle(BundlePlan plan) {
    this.plan = plan;
  }

  public static FinishBundle of(BundlePlan plan) {
    return new FinishBundle(plan);
  }

  @Override
  public PCollection<ExportOutcome> expand(PCollection<ExportResult> results) {
    BundlePlan run = plan;
    return results.apply(
        "End run",
        EndRun.of(
            run.runId(),
            ExportResult.seed(),
            ExportResult.class,
            ExportOutcome.class,
            all -> finish(run, all)));
  }

  private static ExportOutcome finish(BundlePlan plan, Iterable<ExportResult> results)
      throws IOException {
    return new BundleFinisher(
            plan, Store.open(plan.store()), OutputFiles.at(plan.output().folder()))
        .finish(results);
  }
}
