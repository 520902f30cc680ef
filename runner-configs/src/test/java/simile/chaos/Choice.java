package simile.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Which trials are asked for. A trial is called by its list and its number there, from 1: {@code
 * s3-9}.
 *
 * @param words names of trials, and of lists; empty for all
 */
record Choice(Set<String> words) {
  private static final String PROPERTY = "simile.trials";

  /** As the system property {@code simile.trials} says: words with commas between them, or none. */
  static Choice fromProperty() {
    String all = System.getProperty(PROPERTY, "");
    return new Choice(all.isBlank() ? Set.of() : Set.of(all.strip().split("\\s*,\\s*", -1)));
  }

  /**
   * Sees to it that each word calls something.
   *
   * @param lists how many trials each has
   * @throws IllegalArgumentException if one calls nothing
   */
  void check(Map<String, Integer> lists) {
    for (String word : words) {
      boolean known =
          lists.entrySet().stream()
              .anyMatch(list -> new Choice(Set.of(word)).hasAny(list.getKey(), list.getValue()));
      if (!known) {
        throw new IllegalArgumentException(
            PROPERTY + ": there is no trial '" + word + "'; there are " + lists);
      }
    }
  }

  private boolean hasAny(String list, int size) {
    return IntStream.rangeClosed(1, size).anyMatch(number -> has(list, number));
  }

  /** Whether a trial is asked for. */
  boolean has(String list, int number) {
    return words.isEmpty() || words.contains(list) || words.contains(name(list, number));
  }

  /** Those of a list that are asked for, under their names. */
  Stream<Named<Trial>> of(String list, List<Trial> trials) {
    return IntStream.rangeClosed(1, trials.size())
        .filter(number -> has(list, number))
        .mapToObj(number -> Named.of(name(list, number), trials.get(number - 1)));
  }

  private static String name(String list, int number) {
    return list + "-" + number;
  }
}
