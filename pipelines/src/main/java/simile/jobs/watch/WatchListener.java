package simile.jobs.watch;

import java.io.IOException;
import simile.log.Commit;

/** Hears what becomes of a stream while it goes on. */
public interface WatchListener {

  /**
   * It has begun.
   *
   * @param runner what runs it, and why
   */
  void begun(String stream, String place, String runner);

  /** A window has its entry: its commit, or the audit of its failure. */
  void window(Commit entry);

  /** No more windows come. */
  void ended(WatchSummary summary) throws IOException;
}
