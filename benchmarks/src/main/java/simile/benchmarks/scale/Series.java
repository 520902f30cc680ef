package simile.benchmarks.scale;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one work at one kind of site.
 *
 * @param site in the words of the table
 */
record Series(Work work, String site, List<Measured> runs) {

  /** The run whose job took the median time. */
  Measured median() {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Measured::jobSeconds))
        .toList()
        .get((runs.size() - 1) / 2);
  }

  double median(ToDoubleFunction<Measured> figure) {
    return runs.stream().mapToDouble(figure).sorted().toArray()[(runs.size() - 1) / 2];
  }

  double least(ToDoubleFunction<Measured> figure) {
    return runs.stream().mapToDouble(figure).min().orElseThrow();
  }

  double most(ToDoubleFunction<Measured> figure) {
    return runs.stream().mapToDouble(figure).max().orElseThrow();
  }
}
