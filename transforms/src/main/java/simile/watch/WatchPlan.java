package simile.watch;

import java.io.Serializable;
import java.time.Duration;
import simile.ingest.Gate;
import simile.log.CollectionKey;

/**
 * All that a stream needs to know, fixed when it is submitted; the same on every worker.
 *
 * @param store where the store is
 * @param key the collection that takes the files in
 * @param stream the stream's run
 * @param place the folder or glob that is watched, absolute
 * @param planner plans windows
 * @param gate how many rejected records of a window are too many
 * @param runner what runs it, for people
 * @param progress a local file that takes progress, and signs to end; empty for none
 * @param pace when it looks, and how much it takes
 */
public record WatchPlan(
    String store,
    CollectionKey key,
    String stream,
    String place,
    WindowPlanner planner,
    Gate gate,
    String runner,
    String progress,
    Pace pace)
    implements Serializable {

  /** The most files of a window. */
  public static final int MOST_FILES = 10_000;

  /** A window takes no further file once it has so many bytes of input. */
  public static final long MOST_BYTES = 4L << 30;

  /**
   * When a stream looks, and how much it takes.
   *
   * @param every the time between two looks; what is at rest for so long is taken
   * @param untilIdle whether it ends when a look finds nothing that is not ingested
   * @param mostFiles of a window
   * @param mostBytes of a window, but for its last file
   */
  public record Pace(Duration every, boolean untilIdle, int mostFiles, long mostBytes)
      implements Serializable {

    /** With the usual windows. */
    public Pace(Duration every, boolean untilIdle) {
      this(every, untilIdle, MOST_FILES, MOST_BYTES);
    }

    public Pace {
      if (every.isNegative() || every.isZero() || mostFiles < 1 || mostBytes < 1) {
        throw new IllegalArgumentException("a pace needs a time, files and bytes above 0");
      }
    }
  }
}
