package simile.cli.option;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether files are ingested once, or as they come. */
public final class WatchOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--watch",
      paramLabel = "FOLDER",
      description = "Ingest the files of a folder or glob as they come, until it is ended.")
  private Optional<String> watch = Optional.empty();

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = AgeConverter.class,
      description =
          "With --watch: how often to look (default: 10s). A file is taken once two looks find it the same.")
  private Optional<Duration> every = Optional.empty();

  @Option(
      names = "--until-idle",
      description = "With --watch: end when a look finds nothing that is not ingested.")
  private boolean untilIdle;

  /**
   * What is watched; empty if the inputs are ingested once.
   *
   * @param inputs what {@code --input} gave
   * @throws ParameterException if both are given, or neither
   */
  public Optional<Watched> watched(List<String> inputs) {
    if (watch.isEmpty() && (every.isPresent() || untilIdle)) {
      throw misused("--every and --until-idle go with --watch; give --watch FOLDER");
    }
    if (watch.isEmpty() == inputs.isEmpty()) {
      throw misused(
          inputs.isEmpty()
              ? "no --input given; expected --input INPUT, or --watch FOLDER"
              : "--input and --watch do not go together; give one of them");
    }
    return watch.map(place -> new Watched(place, every.orElse(Duration.ofSeconds(10)), untilIdle));
  }

  /** What is watched, and how. */
  public record Watched(String place, Duration every, boolean untilIdle) {}

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
