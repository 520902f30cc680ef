package simile.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.ingest.Gate;
import simile.jobs.ExitCode;
import simile.jobs.IngestArgs;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jsonl.Compression;

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

  @Spec private CommandSpec spec;
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

  @Option(
      names = "--embeddings",
      paramLabel = "NPZ",
      description = "Vectors by id: arrays 'ids' and 'embeddings'.")
  private Optional<String> embeddings = Optional.empty();

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      defaultValue = "none",
      description = "Of JSONL files: none, gzip or zstd (default: ${DEFAULT-VALUE}).")
  private Compression compression;

  @Option(names = "--no-sqlite", description = "Write no SQLite shards.")
  private boolean noSqlite;

  @Option(
      names = "--max-violation-ratio",
      paramLabel = "0..1",
      converter = RatioConverter.class,
      description = "Fail if a larger share of the records is rejected.")
  private Optional<Double> maxViolationRatio = Optional.empty();

  @Option(
      names = "--max-violations",
      paramLabel = "N",
      description = "Fail if more records are rejected.")
  private Optional<Long> maxViolations = Optional.empty();

  @Option(
      names = "--max-line-bytes",
      paramLabel = "SIZE",
      defaultValue = "16MiB",
      converter = SizeConverter.class,
      description = "Longer lines are rejected (default: ${DEFAULT-VALUE}).")
  private long maxLineBytes;

  @Option(
      names = "--split-bytes",
      paramLabel = "SIZE",
      defaultValue = "64MiB",
      converter = SizeConverter.class,
      description = "About how much input becomes one segment (default: ${DEFAULT-VALUE}).")
  private long splitBytes;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The run's id; a run that is repeated under its id commits once.")
  private Optional<String> runId = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Commits with the same token commit once.")
  private Optional<String> token = Optional.empty();

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      description = "direct or flink; default: what serves best at the input's size.")
  private Optional<RunnerKind> runner = Optional.empty();

  @Option(names = "--parallelism", paramLabel = "N", description = "How many splits at a time.")
  private Optional<Integer> parallelism = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private FormatOption format;

  @Parameters(
      paramLabel = "-- BEAM-OPTION",
      arity = "0..*",
      description = "What comes after -- goes to Beam.")
  private List<String> beamOptions = new ArrayList<>();

  IngestCommand(Console console, Ingest ingest) {
    this.console = console;
    this.ingest = ingest;
  }

  @Override
  public Integer call() throws Exception {
    requireValid();
    IngestArgs args = args();
    RunSummary summary = ingest.run(args, choice(), quiet);
    new IngestPrinter(console, args).print(format.get(), summary);
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
        embeddings,
        compression,
        !noSqlite,
        new Gate(maxViolationRatio.orElse(1.0), maxViolations.orElse(Long.MAX_VALUE)),
        (int) Math.min(maxLineBytes, Integer.MAX_VALUE),
        splitBytes,
        runId,
        token);
  }

  private Ingest.Choice choice() {
    OptionalInt splitsAtATime =
        parallelism.isPresent() ? OptionalInt.of(parallelism.get()) : OptionalInt.empty();
    return new Ingest.Choice(runner, splitsAtATime, List.copyOf(beamOptions));
  }

  private void requireValid() {
    for (String option : beamOptions) {
      if (!option.startsWith("--")) {
        throw misused("unexpected argument '" + option + "'; expected --input " + option);
      }
    }
    if (parallelism.filter(n -> n < 1).isPresent()) {
      throw misused("--parallelism is below 1; expected 1 or more");
    }
    if (maxViolations.filter(n -> n < 0).isPresent()) {
      throw misused("--max-violations is below 0; expected 0 or more");
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
