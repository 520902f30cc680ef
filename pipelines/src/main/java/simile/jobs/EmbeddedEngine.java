package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A runner in this process: the one asked for, else the one that measured best, see {@code
 * docs/benchmarks.md}.
 */
public final class EmbeddedEngine implements Engine {
  private final Optional<RunnerKind> asked;
  private final BeamOptions given;

  /**
   * Describes the engine.
   *
   * @param asked the best if empty
   * @param parallelism splits at a time; the number of processors if empty
   * @param beamOptions further options for Beam; they win over the engine's own
   */
  public EmbeddedEngine(
      Optional<RunnerKind> asked, OptionalInt parallelism, List<String> beamOptions) {
    this.asked = asked;
    this.given = new BeamOptions(parallelism, beamOptions);
  }

  @Override
  public String name(long inputBytes) {
    return kind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String why(long inputBytes) {
    return asked.isPresent() ? "as asked" : "the faster embedded runner";
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    return options(inputBytes, jobName, Integer.MAX_VALUE);
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName, int elements) {
    int splits = given.splitsAtATime(Runtime.getRuntime().availableProcessors(), elements);
    return given.over(kind().beamOptions(splits, jobName));
  }

  @Override
  public Optional<List<String>> again() {
    List<String> words = new ArrayList<>();
    asked.ifPresent(
        kind -> words.addAll(List.of("--runner", kind.name().toLowerCase(Locale.ROOT))));
    words.addAll(given.words());
    return Optional.of(words);
  }

  /**
   * By median Direct was never slower, at one and at five million records; see {@code docs/adr}.
   */
  private RunnerKind kind() {
    return asked.orElse(RunnerKind.DIRECT);
  }
}
