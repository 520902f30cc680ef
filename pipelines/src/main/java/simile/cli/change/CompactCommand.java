package simile.cli.change;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.console.LeftRunPrinter;
import simile.cli.option.DetachOption;
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.SizeConverter;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.compact.CompactionPlan;
import simile.compact.CompactionRules;
import simile.compact.Group;
import simile.jobs.Engine;
import simile.jobs.ExitCode;
import simile.jobs.LeftRunningException;
import simile.jobs.compact.CompactionArgs;
import simile.jobs.compact.CompactionJob;
import simile.jobs.compact.CompactionSummary;
import simile.jsonl.Compression;
import simile.report.Figures;

/** {@code simile compact}: fewer, larger segments without what nobody can see. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Merge segments, and leave out superseded records and old deletions.",
      "Made for a scheduler: it finds out by itself what is worth doing, and yields to other writers.",
      "Exits with 0 if it did anything, 4 if there was nothing to do, 5 if others did it first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile compact --store /tmp/store",
      "  simile compact --store /tmp/store --dry-run",
      "  simile compact --store /tmp/store --collection frames --full"
    })
public final class CompactCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Only this part of the store (default: all).")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Only this kind of record (default: all).")
  private Optional<String> collection = Optional.empty();

  @Option(
      names = "--full",
      description = "Leave no superseded record, no deletion and no overlap behind.")
  private boolean full;

  @Option(names = "--dry-run", description = "Print the plan, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--target-bytes",
      paramLabel = "SIZE",
      defaultValue = "64MiB",
      converter = SizeConverter.class,
      description = "About how large a segment becomes (default: ${DEFAULT-VALUE}).")
  private long targetBytes;

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      description = "Of the JSONL files written: none, gzip or zstd (default: as it was).")
  private Optional<Compression> compression = Optional.empty();

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The run's id; a run that is repeated under its id goes on with what is left.")
  private Optional<String> runId = Optional.empty();

  @Mixin private EngineOptions engine;
  @Mixin private DetachOption detach;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing while it runs.")
  private boolean quiet;

  @Mixin private FormatOption format;

  public CompactCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Engine chosen = detach.of(engine.choice()).engine(console::say);
    CompactionArgs args = args();
    CompactionJob job = new CompactionJob(args, chosen, clock);
    try {
      return (dryRun ? plan(job) : run(job, chosen)).number();
    } catch (LeftRunningException e) {
      return new LeftRunPrinter(console).print(format.get(), store.get(), e);
    }
  }

  private ExitCode plan(CompactionJob job) throws IOException {
    List<Group> groups = job.plan();
    new CompactionPrinter(console).plan(format.get(), groups);
    if (groups.isEmpty()) {
      return nothing();
    }
    console.say("simile: nothing was done, as asked by --dry-run");
    return ExitCode.DONE;
  }

  private ExitCode run(CompactionJob job, Engine chosen) throws IOException {
    CompactionSummary summary = job.run(plan -> say(plan, chosen));
    if (summary.isNothing()) {
      return nothing();
    }
    new CompactionPrinter(console).summary(format.get(), summary);
    if (summary.isLost()) {
      console.say("simile: others changed or compacted these segments first; nothing was replaced");
      return ExitCode.CONFLICT;
    }
    return ExitCode.DONE;
  }

  private void say(CompactionPlan plan, Engine chosen) {
    if (!quiet) {
      long bytes = plan.groups().stream().mapToLong(group -> group.size().bytes()).sum();
      console.say(
          "simile: running on %s, %s; %s of %s"
              .formatted(
                  chosen.name(bytes),
                  chosen.why(bytes),
                  Figures.counted(plan.groups().size(), "group"),
                  Figures.bytes(bytes)));
    }
  }

  private ExitCode nothing() {
    console.say(
        "simile: nothing to compact"
            + (full ? "" : "; --full leaves nothing superseded or overlapping behind"));
    return ExitCode.NOTHING;
  }

  private CompactionArgs args() {
    try {
      return new CompactionArgs(
          store.get(),
          context,
          collection,
          new CompactionRules(targetBytes, full),
          compression,
          runId);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--target-bytes: " + e.getMessage());
    }
  }
}
