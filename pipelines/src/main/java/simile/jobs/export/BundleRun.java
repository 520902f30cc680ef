package simile.jobs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.bundle.Bundle;
import simile.export.BundlePlan;
import simile.export.ExportPlan;
import simile.jobs.Engine;
import simile.jobs.Places;
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
    Optional<List<String>> again = engine.again();
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("export", "--format=bundle"));
    put(words, "--store", Places.absolute(args.store()));
    put(words, "--context", args.context());
    put(words, "--as-of", Long.toString(plan.version()));
    put(words, "--output", plan.output().place());
    put(words, "--history", HistoryEntries.inWords(args.historyEntries()));
    if (!args.license().equals(Bundle.NO_LICENSE)) {
      put(words, "--license", args.license());
    }
    if (args.overwrite()) {
      words.add("--overwrite");
    }
    put(words, "--run-id", plan.runId());
    words.addAll(again.get());
    return words;
  }

  private static void put(List<String> words, String option, String value) {
    words.add(option + "=" + value);
  }
}
