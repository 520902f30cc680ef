package simile.workflow;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one worker of a run has done so far.
 *
 * @param units by the name of a unit of retry, such as a split's number. Another worker may have
 *     done the same again, after a failure
 */
public record WorkerReport(SortedMap<String, WorkDone> units) {
  public WorkerReport {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
  }
}
