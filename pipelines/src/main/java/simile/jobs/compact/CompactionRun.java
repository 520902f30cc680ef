package simile.jobs.compact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.compact.CompactionPlan;
import simile.compact.Group;
import simile.jobs.Engine;
import simile.jobs.Run;

/** A compaction as a run. */
final class CompactionRun {
  /** What no context and no collection can be called. */
  private static final String EVERY = "*";

  private CompactionRun() {}

  static Run of(CompactionArgs args, CompactionPlan plan, Engine engine, Instant submittedAt) {
    int segments = plan.groups().stream().map(Group::segments).mapToInt(List::size).sum();
    return new Run(
        plan.runId(),
        plan.runId(),
        "compaction",
        args.context().orElse(EVERY),
        args.collection().orElse(EVERY),
        submittedAt,
        new TreeMap<>(
            Map.of(
                "runner",
                plan.runner(),
                "groups",
                Integer.toString(plan.groups().size()),
                "segments",
                Integer.toString(segments),
                Run.READS_VERSION,
                Long.toString(plan.version()))),
        command(args, plan, engine));
  }

  private static List<String> command(CompactionArgs args, CompactionPlan plan, Engine engine) {
    Optional<List<String>> again = engine.again();
    if (again.isEmpty()) {
      return List.of();
    }
    List<String> command = new ArrayList<>(List.of("compact", "--store", plan.store()));
    add(command, "--context", args.context());
    add(command, "--collection", args.collection());
    if (args.rules().full()) {
      command.add("--full");
    }
    command.addAll(List.of("--target-bytes", Long.toString(args.rules().targetBytes())));
    add(command, "--compression", args.compression().map(c -> c.name().toLowerCase(Locale.ROOT)));
    command.addAll(List.of("--run-id", plan.runId()));
    command.addAll(again.get());
    return command;
  }

  private static void add(List<String> command, String option, Optional<String> value) {
    value.ifPresent(v -> command.addAll(List.of(option, v)));
  }
}
