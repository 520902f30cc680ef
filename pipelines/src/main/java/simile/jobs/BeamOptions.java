package simile.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * What a user gave to an engine, whichever it is.
 *
 * @param parallelism splits at a time; empty for the engine's own choice
 * @param given options for Beam, which win over the engine's own
 */
public record BeamOptions(OptionalInt parallelism, List<String> given) {

  public BeamOptions {
    given = List.copyOf(given);
  }

  /** How many splits at a time are of use for work that is cut into so many elements. */
  public int splitsAtATime(int otherwise, int elements) {
    return Math.max(1, Math.min(parallelism.orElse(otherwise), elements));
  }

  /**
   * Beam's options.
   *
   * @param own the engine's
   * @throws RefusedException if Beam does not take them
   */
  public PipelineOptions over(List<String> own) {
    List<String> all = new ArrayList<>(own);
    for (String option : given) {
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

  /** The words of a command line that give the same again, last on it. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    parallelism.ifPresent(n -> words.addAll(List.of("--parallelism", Integer.toString(n))));
    if (!given.isEmpty()) {
      words.add("--");
      words.addAll(given);
    }
    return words;
  }
}
