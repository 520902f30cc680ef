package simile.jobs.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.export.ExportPlan;
import simile.jobs.CommandWords;
import simile.jobs.Engine;
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
    CommandWords words =
        new CommandWords("export")
            .putPlace("--store", args.store())
            .put("--context", args.context())
            .put("--collection", args.collection())
            .put("--as-of", Long.toString(plan.source().version()))
            .criteria(args.criteria())
            .put("--format", args.format().key())
            .put("--output", output(args))
            .put("--partition-by", args.partitionBy())
            .put("--shards", args.shards());
    args.compression().ifPresent(words::compression);
    return words
        .flag("--no-embeddings", !args.embeddings())
        .flag("--overwrite", args.overwrite())
        .put("--run-id", plan.runId())
        .endedBy(engine.again());
  }

  /** A slash at the end keeps a folder one, whatever it is called. */
  private static String output(ExportArgs args) {
    String place = args.place().place();
    return args.place().isFile() ? place : place + "/";
  }
}
