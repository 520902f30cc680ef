package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * A runner in this process: the one asked for, else the one that measured best, see {@code
 * docs/benchmarks.md}.
 */
public final class EmbeddedEngine implements Engine {
  private final Optional<RunnerKind> asked;
  private final OptionalInt parallelism;
  private final List<String> beamOptions;

  /**
   * Describes the engine.
   *
   * @param parallelism splits at a time; the number of processors if empty
   * @param beamOptions further options for Beam; they win over the engine's own
   */
  public EmbeddedEngine(
      Optional<RunnerKind> asked, OptionalInt parallelism, List<String> beamOptions) {
    this.asked = asked;
    this.parallelism = parallelism;
    this.beamOptions = List.copyOf(beamOptions);
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
    int splitsAtATime = parallelism.orElse(Runtime.getRuntime().availableProcessors());
    int useful = Math.max(1, Math.min(splitsAtATime, elements));
    List<String> all = new ArrayList<>(kind().beamOptions(useful, jobName));
    for (String option : beamOptions) {
      String name = option.replaceFirst("=.*", "=");
      all.removeIf(known -> known.startsWith(name));
      all.add(option);
    }
    try {
      return PipelineOptionsFactory.fromArgs(all.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Beam does not take these options: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<List<String>> again() {
    List<String> words = new ArrayList<>();
    asked.ifPresent(
        kind -> words.addAll(List.of("--runner", kind.name().toLowerCase(Locale.ROOT))));
    parallelism.ifPresent(n -> words.addAll(List.of("--parallelism", Integer.toString(n))));
    if (!beamOptions.isEmpty()) {
      words.add("--");
      words.addAll(beamOptions);
    }
    return Optional.of(words);
  }

  /**
   * By median Direct was never slower, at one and at five million records; see {@code docs/adr}.
   */
  private RunnerKind kind() {
    return asked.orElse(RunnerKind.DIRECT);
  }
}
