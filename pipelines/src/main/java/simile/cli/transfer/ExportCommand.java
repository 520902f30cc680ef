package simile.cli.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import simile.cli.console.Console;
import simile.cli.console.Counted;
import simile.cli.console.OutputFormat;
import simile.cli.console.Progress;
import simile.cli.console.ProgressWatcher;
import simile.cli.option.AsOfOption;
import simile.cli.option.EngineOptions;
import simile.cli.option.ExportFormatConverter;
import simile.cli.option.Filters;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.jobs.Engine;
import simile.jobs.ExitCode;
import simile.jobs.ProgressSource;
import simile.jobs.export.BundleArgs;
import simile.jobs.export.BundleJob;
import simile.jobs.export.ExportArgs;
import simile.jobs.export.ExportJob;
import simile.jsonl.Compression;
import simile.report.Figures;

/** {@code simile export}: records of one version, as other tools want them. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Write the records of a version that match all criteria as files for other tools.",
      "The output is a folder, or one file if its name ends in the format's suffix.",
      "It looks complete only when it is: a manifest, or the rename of the file, comes last."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile export --store /tmp/store --format parquet --output /tmp/analogies.parquet",
      "  simile export --store /tmp/store --format jsonl --output /tmp/out --partition-by source_domain",
      "  simile export --store /tmp/store --format csv --output good.csv.gz --min-quality 0.8",
      "  simile export --store /tmp/store --format bundle --output /tmp/default.tar"
    })
public final class ExportCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private Target target;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "jsonl, parquet, sqlite, npz, csv, or bundle for a whole context.")
  private String format;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "URI",
      description =
          "A folder, or a file that ends in the format's suffix (.tar for a bundle); a path or URI.")
  private String output;

  @Mixin private BundleOptions bundle;

  @Mixin private Filters filters;
  @Mixin private AsOfOption asOf;

  @Option(
      names = "--partition-by",
      paramLabel = "FIELD",
      description = "A folder for each value of a text field (jsonl, parquet, csv).")
  private Optional<String> partitionBy = Optional.empty();

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "How many files at most, in each folder (default: one for each 128 MiB).")
  private Optional<Integer> shards = Optional.empty();

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      description =
          "none, gzip or zstd, for jsonl, csv (default: as the name says, else none) and parquet"
              + " (default: zstd).")
  private Optional<Compression> compression = Optional.empty();

  @Option(names = "--no-embeddings", description = "Leave the vectors out (jsonl, parquet).")
  private boolean noEmbeddings;

  @Option(names = "--overwrite", description = "Replace an earlier export.")
  private boolean overwrite;

  @Option(names = "--run-id", paramLabel = "ID", description = "The run's id.")
  private Optional<String> runId = Optional.empty();

  @Mixin private EngineOptions engine;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Option(
      names = "--report",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "How to print what was done: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OutputFormat report;

  public ExportCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (format.equalsIgnoreCase(BundleOptions.FORMAT)) {
      return exportBundle();
    }
    ExportArgs args = args();
    filters.requireFields(target.snapshot(asOf.get()));
    Engine chosen = engine.choice().engine(console::say);
    new ExportPrinter(console).print(report, new ExportJob(args, chosen, clock, this::show).run());
    return ExitCode.DONE.number();
  }

  private int exportBundle() throws IOException {
    BundleArgs args = bundleArgs();
    Engine chosen = engine.choice().engine(console::say);
    new BundlePrinter(console).print(report, new BundleJob(args, chosen, clock, this::show).run());
    return ExitCode.DONE.number();
  }

  private Closeable show(ProgressSource notes, long totalBytes, String runner) {
    if (quiet) {
      return () -> {};
    }
    console.say(
        "simile: running on %s; about %s to read".formatted(runner, Figures.bytes(totalBytes)));
    return new ProgressWatcher(notes, Progress.of(console, false, -1, Counted.ROWS));
  }

  private ExportArgs args() {
    try {
      BundleOptions.requireNone(spec.commandLine().getParseResult());
      return new ExportArgs(
          target.store().get(),
          target.context(),
          target.collection(),
          asOf.get(),
          filters.criteria(),
          new ExportFormatConverter().convert(format),
          output,
          partitionBy,
          shards.isPresent() ? OptionalInt.of(shards.get()) : OptionalInt.empty(),
          compression,
          !noEmbeddings,
          overwrite,
          runId);
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private BundleArgs bundleArgs() {
    try {
      BundleOptions.requireAlone(spec.commandLine().getParseResult(), filters.criteria());
      return new BundleArgs(
          target.store().get(),
          target.context(),
          asOf.get(),
          output,
          bundle.history(),
          bundle.license(),
          overwrite,
          runId);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
