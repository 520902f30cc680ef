package simile.log;

import java.util.List;

/**
 * What a listing of the log's folder shows.
 *
 * @param entries versions with an entry, ascending
 * @param checkpoints versions with a checkpoint, ascending
 */
record LogListing(List<Long> entries, List<Long> checkpoints) {
  LogListing {
    entries = List.copyOf(entries);
    checkpoints = List.copyOf(checkpoints);
  }

  /** 0 if there are no entries. */
  long latest() {
    return last(entries);
  }

  /** 0 if there are no checkpoints. */
  long latestCheckpoint() {
    return last(checkpoints);
  }

  private static long last(List<Long> versions) {
    return versions.isEmpty() ? 0 : versions.get(versions.size() - 1);
  }
}
