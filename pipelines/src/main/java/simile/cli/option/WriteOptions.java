package simile.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.ingest.Gate;
import simile.jobs.InputLimits;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

/** How records are checked and written, of every command that brings some. */
public final class WriteOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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

  public SegmentOptions segments() {
    return new SegmentOptions(compression, !noSqlite);
  }

  /**
   * @throws ParameterException if it makes no sense
   */
  public Gate gate() {
    if (maxViolations.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--max-violations is below 0; expected 0 or more");
    }
    return new Gate(maxViolationRatio.orElse(1.0), maxViolations.orElse(Long.MAX_VALUE));
  }

  public InputLimits limits() {
    return new InputLimits((int) Math.min(maxLineBytes, Integer.MAX_VALUE), splitBytes);
  }
}
