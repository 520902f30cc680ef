package simile.jobs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.connectors.LocalCopy;
import simile.lineage.LineageTarget;

/**
 * An engine whose runs are observed.
 *
 * @param engine the engine
 * @param observer is told of its runs
 * @param words the options of the command line that ask for the observer
 */
public record ObservedEngine(Engine engine, RunObserver observer, List<String> words)
    implements Engine {

  public ObservedEngine {
    words = List.copyOf(words);
  }

  /**
   * An engine that tells of its runs where lineage events are wanted; else the engine itself.
   *
   * @param asked a file or URL; else the environment says
   * @param say is told what a person should know
   * @throws RefusedException if what was asked for is no place for events
   */
  public static Engine of(
      Engine engine,
      Optional<String> asked,
      Map<String, String> environment,
      Consumer<String> say) {
    Consumer<String> warn = message -> say.accept("simile: lineage: " + message);
    try {
      Optional<LineageTarget> target = LineageTarget.of(asked, environment);
      List<String> words =
          asked.map(place -> List.of("--lineage", LocalCopy.absolute(place))).orElse(List.of());
      return target
          .<Engine>map(
              to ->
                  new ObservedEngine(
                      engine, LineageObserver.of(to, Clock.systemUTC(), warn), words))
          .orElse(engine);
    } catch (IllegalArgumentException e) {
      if (asked.isPresent()) {
        throw new RefusedException("--lineage: " + e.getMessage(), e);
      }
      warn.accept("OPENLINEAGE_URL: " + e.getMessage() + "; no events are sent");
      return engine;
    }
  }

  @Override
  public String name(long inputBytes) {
    return engine.name(inputBytes);
  }

  @Override
  public String why(long inputBytes) {
    return engine.why(inputBytes);
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    return engine.options(inputBytes, jobName);
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName, int elements) {
    return engine.options(inputBytes, jobName, elements);
  }

  @Override
  public Optional<List<String>> again() {
    return engine.again().map(this::withWords);
  }

  /** What goes to Beam stays last. */
  private List<String> withWords(List<String> others) {
    List<String> all = new ArrayList<>(words);
    all.addAll(others);
    return all;
  }

  @Override
  public Workplace workplace() {
    return engine.workplace();
  }

  @Override
  public boolean isDetached() {
    return engine.isDetached();
  }
}
