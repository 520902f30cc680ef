package simile.export;

import java.io.IOException;
import simile.connectors.OutputFiles;
import simile.run.EndRun;
import simile.store.Store;

/** Gathers the results of all parts in one place and publishes them, once. */
public final class FinishExport {
  private FinishExport() {}

  public static EndRun<ExportResult, ExportOutcome> of(ExportPlan plan) {
    return EndRun.of(
        plan.runId(),
        ExportResult.seed(),
        ExportResult.class,
        ExportOutcome.class,
        results -> finish(plan, results));
  }

  private static ExportOutcome finish(ExportPlan plan, Iterable<ExportResult> results)
      throws IOException {
    return new ExportFinisher(
            plan, Store.open(plan.source().store()), OutputFiles.at(plan.output().folder()))
        .finish(results);
  }
}
