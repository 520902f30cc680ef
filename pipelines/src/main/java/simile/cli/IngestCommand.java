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
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.IntakeOptions;
import simile.cli.option.RunOptions;
import simile.cli.option.Target;
import simile.cli.option.UpsertOptions;
import simile.cli.option.Version;
import simile.cli.option.WriteOptions;
import simile.jobs.ExitCode;
import simile.jobs.IngestArgs;
import simile.jobs.LeftRunningException;
import simile.jobs.RunSummary;

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
      "  simile ingest --store /tmp/store --input data/ --runner flink -- --objectReuse=false"
    })
final class IngestCommand implements Callable<Integer> {

  private final Console console;
  private final Ingest ingest;

  @Mixin private Target target;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "INPUT",
      description = "A file, folder, glob or URI, or - for standard input. May be repeated.")
  private List<String> inputs = new ArrayList<>();

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

  IngestCommand(Console console, Ingest ingest) {
    this.console = console;
    this.ingest = ingest;
  }

  @Override
  public Integer call() throws Exception {
    IngestArgs args = args();
    try {
      return print(args, ingest.run(args, detach.of(engine.choice()), quiet));
    } catch (LeftRunningException e) {
      return new LeftRunPrinter(console).print(format.get(), args.store(), e);
    }
  }

  private int print(IngestArgs args, RunSummary summary) throws IOException {
    new RunPrinter(console, args.store(), args.context()).print(format.get(), summary);
    summary.failure().ifPresent(why -> console.say("simile: nothing was committed: " + why));
    return (summary.completed() ? ExitCode.DONE : ExitCode.GATE).number();
  }

  private IngestArgs args() {
    return new IngestArgs(
        target.store().get(),
        target.context(),
        target.collection(),
        inputs,
        contract,
        upsert.embeddings(),
        write.segments(),
        intake.gate(),
        intake.limits(write.maxLineBytes()),
        run.name(),
        upsert.merge());
  }
}
