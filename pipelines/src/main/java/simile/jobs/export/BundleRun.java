package simile.jobs.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.bundle.Bundle;
import simile.export.BundlePlan;
import simile.export.ExportPlan;
import simile.jobs.CommandWords;
import simile.jobs.Engine;
import simile.jobs.Run;

/** The export of a bundle as a run. */
final class BundleRun {
  private BundleRun() {}

  static Run of(BundleArgs args, BundlePlan plan, Engine engine) {
    String collections =
        String.join(
            ",",
            plan.exports().stream()
                .map(ExportPlan::source)
                .map(source -> source.collection())
                .distinct()
                .toList());
    return new Run(
        plan.runId(),
        plan.runId(),
        "export",
        args.context(),
        collections,
        plan.submittedAt(),
        new TreeMap<>(
            Map.of(
                "runner",
                plan.runner(),
                "format",
                "bundle",
                "to",
                plan.output().place(),
                Run.READS_VERSION,
                Long.toString(plan.version()))),
        command(args, plan, engine));
  }

  /** Names the version, so that the same is exported again whatever was committed since. */
  private static List<String> command(BundleArgs args, BundlePlan plan, Engine engine) {
    CommandWords words =
        new CommandWords("export", "--format=bundle")
            .putPlace("--store", args.store())
            .put("--context", args.context())
            .put("--as-of", Long.toString(plan.version()))
            .put("--output", plan.output().place())
            .put("--history", HistoryEntries.inWords(args.historyEntries()));
    if (!args.license().equals(Bundle.NO_LICENSE)) {
      words.put("--license", args.license());
    }
    return words
        .flag("--overwrite", args.overwrite())
        .put("--run-id", plan.runId())
        .endedBy(engine.again());
  }
}
