package simile.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.SortedMap;
import simile.log.CommitFencedException;

/** Hears how the work goes on, and says whether it is still wanted. Told by one thread. */
@FunctionalInterface
public interface ProgressSink extends Closeable {

  /** Says nothing to anyone. */
  ProgressSink NONE = (bytes, lines) -> {};

  /**
   * Notes work that is done.
   *
   * @param bytes of input
   * @param lines of input
   */
  void add(long bytes, long lines) throws IOException;

  /**
   * Says what the work that follows belongs to. What was noted of it before is void.
   *
   * @param unit names a unit of retry, in the run
   */
  default void begin(String unit) {}

  /**
   * Notes what was rejected of the unit so far.
   *
   * @param lines of input
   * @param byRule how often each rule was broken
   */
  default void rejected(long lines, SortedMap<String, Long> byRule) {}

  /** Whether the run was cancelled, so that further work is in vain. Asked once a slab. */
  default boolean isCancelled() {
    return false;
  }

  /** Tells for the last time. */
  @Override
  default void close() throws IOException {}

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
