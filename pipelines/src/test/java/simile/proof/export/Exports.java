package simile.proof.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.export.ExportFormat;
import simile.jobs.EmbeddedEngine;
import simile.jobs.ProgressListener;
import simile.jobs.RunnerKind;
import simile.jobs.export.ExportArgs;
import simile.jobs.export.ExportJob;
import simile.jobs.export.ExportSummary;
import simile.query.Criteria;
import simile.store.AsOf;

/** Runs whole export jobs. */
final class Exports {
  private Exports() {}

  /** An export of all analogies, by at most four shards where that makes sense. */
  static ExportArgs args(Path store, String runId, ExportFormat format, String output) {
    return new ExportArgs(
        store.toString(),
        "default",
        "analogies",
        AsOf.latest(),
        Criteria.ALL,
        format,
        output,
        Optional.empty(),
        output.endsWith("/") ? OptionalInt.of(4) : OptionalInt.empty(),
        Optional.empty(),
        true,
        false,
        Optional.of(runId));
  }

  static ExportSummary run(ExportArgs args, RunnerKind runner, ProgressListener progress)
      throws IOException {
    return new ExportJob(
            args,
            new EmbeddedEngine(Optional.of(runner), OptionalInt.of(2), List.of()),
            Clock.systemUTC(),
            progress)
        .run();
  }
}
