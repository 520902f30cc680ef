package simile.jobs.watch;

import java.time.Duration;
import simile.ingest.MergeMode;
import simile.jobs.IngestArgs;
import simile.jobs.RefusedException;
import simile.layout.Names;

/**
 * What a stream is asked to do. Options end here.
 *
 * @param ingest what becomes of each window; its only input is the place that is watched
 * @param every the time between two looks
 * @param untilIdle whether it ends when a look finds nothing new
 */
public record WatchArgs(IngestArgs ingest, Duration every, boolean untilIdle) {
  /** Longer ids would make names of files that no longer begin with the id. */
  private static final int MOST_ID = 120;

  private static final Duration LEAST = Duration.ofMillis(100);

  String place() {
    return ingest.inputs().get(0);
  }

  /**
   * @throws RefusedException if they make no sense for a stream
   */
  void require() {
    ingest.requireNames();
    refuse(ingest.inputs().size() > 1, "a stream watches one place; start one for each");
    refuse(place().equals("-"), "standard input cannot be watched; ingest it with --input -");
    refuse(
        ingest.embeddings().isPresent(),
        "--embeddings does not go with --watch: records bring their own vectors, as 'embedding'");
    refuse(
        ingest.merge() == MergeMode.FAIL_ON_EXISTING,
        "--merge fail-on-existing does not go with --watch; use latest or skip-existing");
    refuse(
        ingest.name().token().isPresent(),
        "--token does not go with --watch: each window has a token of its own");
    refuse(every.compareTo(LEAST) < 0, "--every must be 0.1 s or longer, not " + every);
    ingest.name().runId().ifPresent(WatchArgs::requireShort);
  }

  private static void requireShort(String runId) {
    refuse(
        runId.length() > MOST_ID || !Names.fileStem(runId).equals(runId),
        "'%s' cannot name a stream, whose id begins the names of its windows; expected at most %d of a-z 0-9 . _ -"
            .formatted(runId, MOST_ID));
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new RefusedException(why);
    }
  }
}
