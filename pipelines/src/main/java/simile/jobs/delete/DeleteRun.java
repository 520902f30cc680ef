package simile.jobs.delete;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.connectors.LocalCopy;
import simile.delete.DeletePlan;
import simile.jobs.CommandWords;
import simile.jobs.Engine;
import simile.jobs.Run;
import simile.undelete.UndeletePlan;

/** A delete as a run. */
final class DeleteRun {
  private static final String TYPE = "deletion_batch";
  private static final String STANDARD_INPUT = "-";

  private DeleteRun() {}

  static Run of(DeletePlan plan, DeleteArgs args, Engine engine) {
    TreeMap<String, String> metadata =
        new TreeMap<>(
            Map.of(
                "runner",
                plan.runner(),
                "parts",
                Integer.toString(plan.parts().size()),
                Run.READS_VERSION,
                Long.toString(plan.version())));
    if (!plan.reason().isEmpty()) {
      metadata.put("reason", plan.reason());
    }
    return new Run(
        plan.runId(),
        plan.token(),
        TYPE,
        plan.context(),
        plan.collection(),
        plan.submittedAt(),
        metadata,
        command("delete", args, plan.runId(), plan.token(), engine.again()));
  }

  /** An undelete as a run. */
  static Run of(UndeletePlan plan, DeleteArgs args) {
    TreeMap<String, String> metadata =
        new TreeMap<>(Map.of("operation", "undelete", "ids", Integer.toString(plan.ids().size())));
    if (!plan.reason().isEmpty()) {
      metadata.put("reason", plan.reason());
    }
    return new Run(
        plan.runId(),
        plan.token(),
        TYPE,
        plan.context(),
        plan.collection(),
        plan.submittedAt(),
        metadata,
        command("undelete", args, plan.runId(), plan.token(), Optional.of(List.of())));
  }

  /** What was read from standard input is gone. */
  private static List<String> command(
      String name, DeleteArgs args, String runId, String token, Optional<List<String>> again) {
    if (again.isEmpty() || args.idsFile().filter(STANDARD_INPUT::equals).isPresent()) {
      return List.of();
    }
    CommandWords words =
        new CommandWords(name)
            .putPlace("--store", args.store())
            .put("--context", args.context())
            .put("--collection", args.collection())
            .putEach("--id", args.ids())
            .put("--ids-file", args.idsFile().map(LocalCopy::absolute))
            .criteria(args.criteria());
    if (!args.reason().isEmpty()) {
      words.put("--reason", args.reason());
    }
    return words.put("--run-id", runId).put("--token", token).endedBy(again);
  }
}
