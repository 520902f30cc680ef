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
  private final Preferred preferred;
  private final BeamOptions given;

  /**
   * The runner that is taken if none is asked for.
   *
   * @param why for people
   */
  private record Preferred(RunnerKind kind, String why) {}

  /**
   * Describes the engine.
   *
   * @param asked the best if empty
   * @param parallelism splits at a time; the number of processors if empty
   * @param beamOptions further options for Beam; they win over the engine's own
   */
  public EmbeddedEngine(
      Optional<RunnerKind> asked, OptionalInt parallelism, List<String> beamOptions) {
    // By median Direct was never slower, at one and at five million records; see docs/adr.
    this(
        asked,
        new Preferred(RunnerKind.DIRECT, "the faster embedded runner"),
        new BeamOptions(parallelism, beamOptions));
  }

  private EmbeddedEngine(Optional<RunnerKind> asked, Preferred preferred, BeamOptions given) {
    this.asked = asked;
    this.preferred = preferred;
    this.given = given;
  }

  /** The same for streams, which wait most of the time: Direct keeps a processor busy with it. */
  public EmbeddedEngine forStreams() {
    return new EmbeddedEngine(
        asked, new Preferred(RunnerKind.FLINK, "which waits without using a processor"), given);
  }

  @Override
  public String name(long inputBytes) {
    return kind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String why(long inputBytes) {
    return asked.isPresent() ? "as asked" : preferred.why();
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

  private RunnerKind kind() {
    return asked.orElse(preferred.kind());
  }
}
