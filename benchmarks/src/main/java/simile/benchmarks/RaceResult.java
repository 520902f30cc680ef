package simile.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one race gave.
 *
 * @param measured who finished every run
 * @param out who did not take part, and why
 */
record RaceResult(
    long records,
    long inputBytes,
    Map<Contestant, List<Measurement>> measured,
    Map<Contestant, String> out) {

  /** The run with the median time of that contestant. */
  Optional<Measurement> median(String name) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .findFirst()
        .map(entry -> median(entry.getValue()));
  }

  OptionalDouble seconds(String name) {
    return median(name).map(m -> OptionalDouble.of(m.seconds())).orElse(OptionalDouble.empty());
  }

  static Measurement median(List<Measurement> runs) {
    List<Measurement> sorted =
        runs.stream().sorted(Comparator.comparingDouble(Measurement::seconds)).toList();
    return sorted.get(sorted.size() / 2);
  }
}
