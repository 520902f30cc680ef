package simile.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.EngineChoice;
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.IntakeOptions;
import simile.cli.option.MergeStrategyConverter;
import simile.cli.option.RunOptions;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.cli.option.WriteOptions;
import simile.contract.ContractException;
import simile.jobs.ExitCode;
import simile.jobs.RunSummary;
import simile.jobs.imports.ImportArgs;
import simile.jobs.imports.ImportJob;
import simile.jobs.imports.ImportPreview;
import simile.jobs.imports.MergeStrategy;

/** {@code simile import}: from files that others wrote to a committed version. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Take records from JSONL, Parquet, SQLite or NPZ files, or a bundle, check them, and commit them as one version.",
      "What a file is, its content says. All files are looked at before anything is written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile import --store /tmp/store --input analogies.parquet --dry-run",
      "  simile import --store /tmp/store --input analogies.sqlite --merge-strategy merge",
      "  simile import --store /tmp/store --input vectors.npz",
      "  simile import --store /tmp/store --input default.tar --context elsewhere"
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final InputStream standardInput;

  @Mixin private StoreOption store;

  @ArgGroup(multiplicity = "1")
  private ImportOrigin origin;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "The part of the store (default: ${DEFAULT-VALUE}).")
  private String context;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description =
          "The kind of record (default: what the input or the contract says, else analogies).")
  private Optional<String> collection = Optional.empty();

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description = "The contract (default: the store's, else the input's, else the built-in one).")
  private Optional<String> contract = Optional.empty();

  @Option(
      names = "--embeddings",
      paramLabel = "NPZ",
      description = "Vectors by id for the records of this import.")
  private Optional<String> embeddings = Optional.empty();

  @Option(
      names = "--merge-strategy",
      paramLabel = "STRATEGY",
      defaultValue = "overwrite",
      converter = MergeStrategyConverter.class,
      description =
          "Of records whose ids exist: overwrite (replace them), merge (the newer stays, field by"
              + " field where the contract says so) or skip-conflicts (leave them) (default:"
              + " ${DEFAULT-VALUE}).")
  private MergeStrategy strategy;

  @Option(
      names = "--dry-run",
      description =
          "List the conflicts and what would become of them, and change nothing; ends as the import would (3: it would fail its gate).")
  private boolean dryRun;

  @Mixin private WriteOptions write;
  @Mixin private IntakeOptions intake;
  @Mixin private RunOptions run;
  @Mixin private EngineOptions engine;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private FormatOption format;

  ImportCommand(Console console, Clock clock, InputStream standardInput) {
    this.console = console;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws Exception {
    ImportArgs args = args();
    EngineChoice choice = engine.choice();
    ImportJob job =
        new ImportJob(
            args,
            choice.engine(console::say),
            clock,
            standardInput,
            new ShownProgress(console, quiet),
            origin.finders(args, console::say));
    return (dryRun ? preview(job) : run(job, args)).number();
  }

  private ExitCode run(ImportJob job, ImportArgs args) throws IOException, ContractException {
    RunSummary summary = job.run();
    new RunPrinter(console, args.store(), args.context()).print(format.get(), summary);
    summary.failure().ifPresent(why -> console.say("simile: nothing was committed: " + why));
    return summary.completed() ? ExitCode.DONE : ExitCode.GATE;
  }

  private ExitCode preview(ImportJob job) throws IOException, ContractException {
    ConflictRows rows = new ConflictRows();
    ImportPreview.Result result;
    try (RecordPrinter printer =
        RecordPrinter.ofFindings(format.get(), console, ConflictRows.COLUMNS)) {
      result = job.preview((key, conflict) -> printer.print(rows.of(key, conflict)));
    }
    ConflictRows.summary(result).forEach(console::say);
    return result.failure().isEmpty() ? ExitCode.DONE : ExitCode.GATE;
  }

  private ImportArgs args() {
    return new ImportArgs(
        store.get(),
        context,
        collection,
        origin.inputs(),
        contract,
        embeddings,
        strategy,
        write.segments(),
        intake.gate(),
        intake.limits(write.maxLineBytes()),
        run.name(),
        origin.isPredecessor());
  }
}
