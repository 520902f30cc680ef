package simile.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts values, up to a number of different ones; later ones count as others. */
final class ValueCounter {
  /** The most different values that are told apart. */
  static final int MAX_VALUES = 100_000;

  /** How many of them are told. */
  static final int TOLD = 10;

  private final Map<String, Long> counts = new HashMap<>();

  void add(Optional<String> value) {
    if (value.isPresent() && (counts.size() < MAX_VALUES || counts.containsKey(value.get()))) {
      counts.merge(value.get(), 1L, Long::sum);
    }
  }

  List<LiveStats.Common> commonest() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOLD)
        .map(entry -> new LiveStats.Common(entry.getKey(), entry.getValue()))
        .toList();
  }
}
