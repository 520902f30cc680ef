package simile.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import simile.conflict.Action;
import simile.log.Counts;

/**
 * What a run would do.
 *
 * @param read what it would read, accept and reject
 * @param actions what would become of stored records that incoming ones, or deletions, are in
 *     conflict with: how many of each
 * @param violations breaches of rules that reject, by rule
 */
public record PreviewCounts(
    Counts read, SortedMap<Action, Long> actions, SortedMap<String, Long> violations) {
  public static final PreviewCounts NONE =
      new PreviewCounts(Counts.ZERO, new TreeMap<>(), new TreeMap<>());

  /** Both together. */
  public PreviewCounts plus(PreviewCounts other) {
    return new PreviewCounts(
        read.plus(other.read), sum(actions, other.actions), sum(violations, other.violations));
  }

  /** How many stored records one thing would become of. */
  public long count(Action action) {
    return actions.getOrDefault(action, 0L);
  }

  public long conflicts() {
    return actions.values().stream().mapToLong(Long::longValue).sum();
  }

  private static <K> SortedMap<K, Long> sum(SortedMap<K, Long> some, SortedMap<K, Long> more) {
    SortedMap<K, Long> both = new TreeMap<>(some);
    more.forEach((key, n) -> both.merge(key, n, Long::sum));
    return both;
  }
}
