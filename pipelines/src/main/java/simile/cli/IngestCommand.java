package simile.cli;

import java.util.ArrayList;
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
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.MergeModeConverter;
import simile.cli.option.RatioConverter;
import simile.cli.option.RunOptions;
import simile.cli.option.SizeConverter;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jobs.ExitCode;
import simile.jobs.IngestArgs;
import simile.jobs.InputLimits;
import simile.jobs.RunSummary;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

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
      names = "--merge",
      paramLabel = "MODE",
      defaultValue = "latest",
      converter = MergeModeConverter.class,
      description =
          "Of records whose ids exist: latest (replace them), skip-existing (leave them) or"
              + " fail-on-existing (default: ${DEFAULT-VALUE}).")
  private MergeMode merge;

  @Mixin private RunOptions run;
  @Mixin private EngineOptions engine;

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
    requireValid();
    IngestArgs args = args();
    RunSummary summary = ingest.run(args, engine.choice(), quiet);
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
        new SegmentOptions(compression, !noSqlite),
        new Gate(maxViolationRatio.orElse(1.0), maxViolations.orElse(Long.MAX_VALUE)),
        new InputLimits((int) Math.min(maxLineBytes, Integer.MAX_VALUE), splitBytes),
        run.name(),
        merge);
  }

  private void requireValid() {
    if (maxViolations.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--max-violations is below 0; expected 0 or more");
    }
  }
}
