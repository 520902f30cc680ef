package simile.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import simile.log.Counts;

/**
 * What a run would do.
 *
 * @param read what it would read, accept and reject
 * @param replaced stored records that incoming ones would replace
 * @param kept stored records that would stay, with the incoming ones left out
 * @param merged stored records that ones made of both would replace
 * @param violations breaches of rules that reject, by rule
 */
public record PreviewCounts(
    Counts read, long replaced, long kept, long merged, SortedMap<String, Long> violations) {
  public static final PreviewCounts NONE = new PreviewCounts(Counts.ZERO, 0, 0, 0, new TreeMap<>());

  /** Both together. */
  public PreviewCounts plus(PreviewCounts other) {
    SortedMap<String, Long> both = new TreeMap<>(violations);
    other.violations.forEach((rule, n) -> both.merge(rule, n, Long::sum));
    return new PreviewCounts(
        read.plus(other.read),
        replaced + other.replaced,
        kept + other.kept,
        merged + other.merged,
        both);
  }

  public long conflicts() {
    return replaced + kept + merged;
  }
}
