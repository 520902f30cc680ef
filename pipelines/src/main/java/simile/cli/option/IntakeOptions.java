package simile.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.ingest.Gate;
import simile.jobs.InputLimits;

/** How much input is taken at once, and how much of it may be rejected. */
public final class IntakeOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
      names = "--split-bytes",
      paramLabel = "SIZE",
      defaultValue = "64MiB",
      converter = SizeConverter.class,
      description = "About how much input becomes one segment (default: ${DEFAULT-VALUE}).")
  private long splitBytes;

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

  public InputLimits limits(int maxLineBytes) {
    return new InputLimits(maxLineBytes, splitBytes);
  }
}
