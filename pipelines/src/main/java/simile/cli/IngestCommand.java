package simile.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.console.ExitCode;

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
      "  simile ingest --store /tmp/store --input data/ --runner flink -- --parallelism=4"
    })
final class IngestCommand implements Callable<Integer> {

  private final Console console;
  private final IngestView view;

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
      description = "Vectors by id: arrays 'ids' and 'embeddings'. May be repeated.")
  private List<String> embeddings = new ArrayList<>();

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      defaultValue = "none",
      description = "Of JSONL files: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private IngestView.Compression compression;

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
      description = "${COMPLETION-CANDIDATES}; default: what serves best at the input's size.")
  private Optional<IngestView.Runner> runner = Optional.empty();

  @Option(names = "--parallelism", paramLabel = "N", description = "How many splits at a time.")
  private Optional<Integer> parallelism = Optional.empty();

  @Option(
      names = "--segment-bytes",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "The most input that becomes one segment.")
  private Optional<Long> segmentBytes = Optional.empty();

  @Option(
      names = "--split-bytes",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "How large the pieces are that plain files are read in.")
  private Optional<Long> splitBytes = Optional.empty();

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

  IngestCommand(Console console, IngestView view) {
    this.console = console;
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    IngestView.Summary summary = view.run(request());
    new IngestPrinter(console).print(format.get(), summary);
    if (summary.status().equals("COMPLETED")) {
      return ExitCode.DONE.number();
    }
    return (summary.gateFailed() ? ExitCode.GATE : ExitCode.FAILED).number();
  }

  private IngestView.Request request() {
    requireValid();
    return new IngestView.Request(
        target.place(),
        List.copyOf(inputs),
        contract,
        List.copyOf(embeddings),
        compression,
        new IngestView.Gate(maxViolationRatio, asLong(maxViolations)),
        maxLineBytes,
        runId,
        token,
        runner,
        parallelism.isPresent() ? OptionalInt.of(parallelism.get()) : OptionalInt.empty(),
        asLong(segmentBytes),
        asLong(splitBytes),
        !noSqlite,
        quiet,
        List.copyOf(beamOptions));
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
    if (runId.filter(id -> id.isEmpty() || id.length() > 255).isPresent()) {
      throw misused("--run-id is empty or too long; expected 1 to 255 characters");
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static OptionalLong asLong(Optional<Long> value) {
    return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
  }
}
