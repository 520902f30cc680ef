package simile.workflow;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is done of a run so far, as its workers tell it. Only for looking at.
 *
 * @param bytes of input, as stored
 * @param rows lines, records or what the run is about
 * @param rejected those of the lines that were rejected
 * @param rules how often each rule was broken
 */
public record WorkDone(long bytes, long rows, long rejected, SortedMap<String, Long> rules) {
  private static final int SHOWN_RULES = 3;

  /** Nothing. */
  public static final WorkDone NOTHING = new WorkDone(0, 0, 0, Collections.emptySortedMap());

  /** How the order of two attempts at the same work is decided: by how far they got. */
  static final Comparator<WorkDone> BY_PROGRESS =
      Comparator.comparingLong(WorkDone::rows).thenComparingLong(WorkDone::bytes);

  public WorkDone {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** The sum. */
  public WorkDone plus(WorkDone more) {
    SortedMap<String, Long> all = new TreeMap<>(rules);
    more.rules.forEach((rule, n) -> all.merge(rule, n, Long::sum));
    return new WorkDone(bytes + more.bytes, rows + more.rows, rejected + more.rejected, all);
  }

  /** The same, with other counts of what was rejected. */
  public WorkDone withRejected(long lines, SortedMap<String, Long> byRule) {
    return new WorkDone(bytes, rows, lines, byRule);
  }

  public boolean isNothing() {
    return bytes == 0 && rows == 0;
  }

  /** {@code 12 (quality_range 10, id_format 2)}: the rules broken most; empty if none was. */
  public String rejections() {
    if (rejected == 0) {
      return "";
    }
    String worst =
        rules.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(SHOWN_RULES)
            .map(rule -> rule.getKey() + " " + rule.getValue())
            .collect(Collectors.joining(", "));
    String more = rules.size() > SHOWN_RULES ? ", …" : "";
    return worst.isEmpty() ? Long.toString(rejected) : rejected + " (" + worst + more + ")";
  }
}
