package simile.jobs.watch;

import simile.log.Counts;

/**
 * What a stream has done, as the log says.
 *
 * @param stream its run
 * @param windows how many were committed
 * @param failed how many failed
 * @param files how many files were ingested
 * @param leftOut how many files failed alone, and are left until they change
 * @param version the newest window's; -1 if there is none
 * @param counts of the windows that were committed, added up
 */
public record WatchSummary(
    String stream,
    long windows,
    long failed,
    long files,
    long leftOut,
    long version,
    Counts counts) {

  static WatchSummary nothing(String stream) {
    return new WatchSummary(stream, 0, 0, 0, 0, -1, Counts.ZERO);
  }
}
