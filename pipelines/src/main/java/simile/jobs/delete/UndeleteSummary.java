package simile.jobs.delete;

import java.util.List;
import java.util.OptionalLong;
import simile.log.Commit;
import simile.undelete.UndeleteOutcome;

/**
 * How an undelete ended.
 *
 * @param runId the run
 * @param version the entry in the log; empty if nothing could be brought back
 * @param restored how many records are back
 * @param live ids that had a live record already; empty for a run that was committed before
 * @param gone ids of which there is no record, or not any more; empty for a run that was committed
 *     before
 */
public record UndeleteSummary(
    String runId, OptionalLong version, long restored, List<String> live, List<String> gone) {

  public UndeleteSummary {
    live = List.copyOf(live);
    gone = List.copyOf(gone);
  }

  static UndeleteSummary of(String runId, UndeleteOutcome outcome) {
    return new UndeleteSummary(
        runId, outcome.version(), outcome.restored().size(), outcome.live(), outcome.gone());
  }

  static UndeleteSummary of(Commit earlier) {
    return new UndeleteSummary(
        earlier.runId(),
        OptionalLong.of(earlier.version()),
        earlier.counts().rows(),
        List.of(),
        List.of());
  }
}
