package simile.jobs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.export.ExportPlan;
import simile.jobs.CriteriaWords;
import simile.jobs.Engine;
import simile.jobs.Places;
import simile.jobs.Run;

/** An export as a run. */
final class ExportRun {
  private ExportRun() {}

  static Run of(ExportArgs args, ExportPlan plan, Engine engine) {
    return new Run(
        plan.runId(),
        plan.runId(),
        "export",
        args.context(),
        args.collection(),
        plan.submittedAt(),
        new TreeMap<>(
            Map.of(
                "runner",
                plan.runner(),
                "parts",
                Integer.toString(plan.parts().size()),
                "format",
                args.format().key(),
                "to",
                plan.output().place(),
                Run.READS_VERSION,
                Long.toString(plan.source().version()))),
        command(args, plan, engine));
  }

  /** Names the version, so that the same is exported again whatever was committed since. */
  private static List<String> command(ExportArgs args, ExportPlan plan, Engine engine) {
    Optional<List<String>> again = engine.again();
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of("export"));
    put(words, "--store", Places.absolute(args.store()));
    put(words, "--context", args.context());
    put(words, "--collection", args.collection());
    put(words, "--as-of", Long.toString(plan.source().version()));
    words.addAll(CriteriaWords.of(args.criteria()));
    put(words, "--format", args.format().key());
    put(words, "--output", output(args));
    args.partitionBy().ifPresent(field -> put(words, "--partition-by", field));
    args.shards().ifPresent(n -> put(words, "--shards", Integer.toString(n)));
    args.compression()
        .ifPresent(kind -> put(words, "--compression", kind.name().toLowerCase(Locale.ROOT)));
    if (!args.embeddings()) {
      words.add("--no-embeddings");
    }
    if (args.overwrite()) {
      words.add("--overwrite");
    }
    put(words, "--run-id", plan.runId());
    words.addAll(again.get());
    return words;
  }

  /** A slash at the end keeps a folder one, whatever it is called. */
  private static String output(ExportArgs args) {
    String place = args.place().place();
    return args.place().isFile() ? place : place + "/";
  }

  private static void put(List<String> words, String option, String value) {
    words.add(option + "=" + value);
  }
}
