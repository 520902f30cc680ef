package simile.jobs;

import java.io.IOException;
import simile.log.CommitFencedException;

/** What the work of a run tells of itself, and hears, while it goes on. Safe for many threads. */
public interface RunProgress {

  /**
   * How much is done; said as often as one likes, written with the next heartbeat.
   *
   * @param processed records, segments, files or what the run is about
   * @param total -1 while unknown
   */
  void at(long processed, long total);

  /** A fact for the run's metadata, written with the next heartbeat. */
  void note(String name, String value);

  /** Asks at every heartbeat, on its thread, instead of being told; replaces the one before. */
  void from(Source source);

  /** Is called once, on the heartbeat's thread, when the run was cancelled by someone else. */
  void whenCancelled(Stop stop);

  /**
   * Is called once when this process is told to end (Ctrl-C, SIGTERM) while the run works, and
   * makes it end well; then it is waited for, for a while. Without it the run has failed then.
   */
  void whenInterrupted(Stop stop);

  /** The newest version that the run made, where its entries have ids of their own. */
  void made(long version);

  /**
   * For loops that can end early. Costs nothing, and may notice a heartbeat too late: the log
   * refuses a cancelled run in any case.
   *
   * @throws CommitFencedException if the run was cancelled
   */
  void requireNotCancelled() throws CommitFencedException;

  /** Knows how much is done. */
  @FunctionalInterface
  interface Source {
    void tell(RunProgress progress) throws IOException;
  }

  /** Makes the work end soon. */
  @FunctionalInterface
  interface Stop {
    void stop() throws IOException;
  }
}
