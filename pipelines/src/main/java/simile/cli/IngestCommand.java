package simile.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.console.LeftRunPrinter;
import simile.cli.option.DetachOption;
import simile.cli.option.EngineChoice;
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.IntakeOptions;
import simile.cli.option.RunOptions;
import simile.cli.option.Target;
import simile.cli.option.UpsertOptions;
import simile.cli.option.Version;
import simile.cli.option.WatchOptions;
import simile.cli.option.WriteOptions;
import simile.jobs.ExitCode;
import simile.jobs.IngestArgs;
import simile.jobs.LeftRunningException;
import simile.jobs.RunSummary;
import simile.jobs.watch.WatchArgs;
import simile.jobs.watch.WatchSummary;

/** {@code simile ingest}: from files to a committed version. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Check records, write them, and commit them as one version.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile ingest --store /tmp/store --input 'testdata/analogies/*.jsonl'",
      "  zcat big.jsonl.gz | simile ingest --store /tmp/store --input - --max-violation-ratio 0.01",
      "  simile ingest --store /tmp/store --watch /data/incoming --every 10s",
      "  simile ingest --store /tmp/store --input data/ --runner flink -- --objectReuse=false"
    })
final class IngestCommand implements Callable<Integer> {

  private final Console console;
  private final Ingest ingest;
  private final Watch watch;

  @Mixin private Target target;

  @Option(
      names = "--input",
      paramLabel = "INPUT",
      description = "A file, folder, glob or URI, or - for standard input. May be repeated.")
  private List<String> inputs = new ArrayList<>();

  @Mixin private WatchOptions watching;

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description = "The contract; built-in ones have their collection's name.")
  private Optional<String> contract = Optional.empty();

  @Mixin private UpsertOptions upsert;
  @Mixin private WriteOptions write;
  @Mixin private IntakeOptions intake;

  @Mixin private RunOptions run;
  @Mixin private EngineOptions engine;
  @Mixin private DetachOption detach;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private FormatOption format;

  IngestCommand(Console console, Ingest ingest, Watch watch) {
    this.console = console;
    this.ingest = ingest;
    this.watch = watch;
  }

  @Override
  public Integer call() throws Exception {
    Optional<WatchOptions.Watched> watched = watching.watched(inputs);
    IngestArgs args = args(watched.map(w -> List.of(w.place())).orElse(inputs));
    EngineChoice choice = detach.of(engine.choice());
    try {
      return watched.isPresent()
          ? watch(new WatchArgs(args, watched.get().every(), watched.get().untilIdle()), choice)
          : print(args, ingest.run(args, choice, quiet));
    } catch (LeftRunningException e) {
      return new LeftRunPrinter(console).print(format.get(), args.store(), e);
    }
  }

  private int watch(WatchArgs args, EngineChoice choice) throws Exception {
    WatchPrinter printer = new WatchPrinter(console, format.get(), target.store().get(), quiet);
    WatchSummary summary = watch.run(args, choice, printer);
    return (summary.failed() == 0 ? ExitCode.DONE : ExitCode.GATE).number();
  }

  private int print(IngestArgs args, RunSummary summary) throws IOException {
    new RunPrinter(console, args.store(), args.context()).print(format.get(), summary);
    summary.failure().ifPresent(why -> console.say("simile: nothing was committed: " + why));
    return (summary.completed() ? ExitCode.DONE : ExitCode.GATE).number();
  }

  private IngestArgs args(List<String> from) {
    return new IngestArgs(
        target.store().get(),
        target.context(),
        target.collection(),
        from,
        contract,
        upsert.embeddings(),
        write.segments(),
        intake.gate(),
        intake.limits(write.maxLineBytes()),
        run.name(),
        upsert.merge());
  }
}
