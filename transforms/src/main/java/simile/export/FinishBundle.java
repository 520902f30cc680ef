package simile.export;

import java.io.IOException;
import simile.connectors.OutputFiles;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts of a bundle in one place and publishes it, once. */
public final class FinishBundle {
  private FinishBundle() {}

  public static EndRun<ExportResult, ExportOutcome> of(BundlePlan plan) {
    return EndRun.of(
        plan.runId(),
        ExportResult.seed(),
        ExportResult.class,
        ExportOutcome.class,
        results -> finish(plan, results));
  }

  private static ExportOutcome finish(BundlePlan plan, Iterable<ExportResult> results)
      throws IOException {
    return new BundleFinisher(
            plan, Store.open(plan.store()), OutputFiles.at(plan.output().folder()))
        .finish(results);
  }
}
