package simile.ingest;

import java.io.IOException;
import simile.log.CommitFencedException;

/** Hears how the work goes on, and says whether it is still wanted. */
@FunctionalInterface
public interface ProgressSink {

  /** Says nothing to anyone. */
  ProgressSink NONE = (bytes, lines) -> {};

  /**
   * Notes work that is done.
   *
   * @param bytes of input
   * @param lines of input
   */
  void add(long bytes, long lines) throws IOException;

  /** Whether the run was cancelled, so that further work is in vain. Asked once a slab. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * Ends the work of a run that was cancelled.
   *
   * @throws CommitFencedException if it was
   */
  default void requireWanted(String runId) throws CommitFencedException {
    if (isCancelled()) {
      throw new CommitFencedException(
          "run '%s' was cancelled while it worked; nothing more was committed".formatted(runId));
    }
  }
}
