package simile.cli.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.jobs.RunIds;
import simile.jobs.repair.RepairArgs;
import simile.jobs.repair.RepairJob;
import simile.jobs.repair.RepairStep;
import simile.layout.Names;
import simile.store.Store;

/** {@code simile repair}: mends what can be mended. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Say how a damaged store would be repaired; with --apply, repair it.",
      "Shards, lists of tombstones and checkpoints are made again. Records whose lines are damaged",
      "are lost: they are given up only with --drop-lost, and listed below quarantine/.",
      "Exits with 4 if nothing is damaged, 8 if anything is left that it does not mend."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile repair --store /tmp/store",
      "  simile repair --store /tmp/store --apply",
      "  simile repair --store /tmp/store --apply --drop-lost"
    })
public final class RepairCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(Column.text("action"), Column.text("path"), Column.text("what"));

  private final Console console;
  private final Clock clock;

  @Mixin private StoreOption store;

  @Option(names = "--apply", description = "Do it; else only say what would be done.")
  private boolean apply;

  @Option(
      names = "--drop-lost",
      description = "Give up records and vectors that cannot be read any more.")
  private boolean dropLost;

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's id.")
  private Optional<String> runId = Optional.empty();

  @Mixin private FormatOption format;

  public RepairCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    Instant now = clock.instant();
    String run = Names.requireRunId(runId.orElseGet(() -> RunIds.fresh("repair", now)));
    RepairJob job = new RepairJob(opened, new RepairArgs(dropLost, run, now, command(run)), clock);
    List<RepairStep> steps = apply ? job.apply() : job.plan();
    try (RecordPrinter printer = RecordPrinter.ofFindings(format.get(), console, COLUMNS)) {
      for (RepairStep step : steps) {
        printer.print(row(step));
      }
    }
    if (steps.isEmpty()) {
      console.say("nothing is damaged; nothing to do");
      return ExitCode.NOTHING.number();
    }
    boolean isLeft = steps.stream().anyMatch(step -> step.action() == RepairStep.Action.NOT_MENDED);
    console.say(
        apply
            ? "done as run %s%s".formatted(run, isLeft ? ", but not all could be mended" : "")
            : "nothing was done: --apply does it");
    return (isLeft ? ExitCode.DAMAGED : ExitCode.DONE).number();
  }

  private List<String> command(String run) {
    String place =
        store.get().contains("://")
            ? store.get()
            : Path.of(store.get()).toAbsolutePath().toString();
    List<String> command =
        new ArrayList<>(List.of("repair", "--store", place, "--apply", "--run-id", run));
    if (dropLost) {
      command.add("--drop-lost");
    }
    return command;
  }

  private static ObjectNode row(RepairStep step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("action", step.action().words())
        .put("path", step.path())
        .put("what", step.what());
  }
}
