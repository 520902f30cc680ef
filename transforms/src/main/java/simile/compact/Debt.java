package simile.compact;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import simile.files.StoreFiles;
import simile.merge.KeyMerge;
import simile.merge.SegmentSources;
import simile.record.IdRange;
import simile.segment.LiveSegment;

/**
 * What a merge of segments would leave, exactly: it is found by merging their key files.
 *
 * @param entries rows and deletions in the segments
 * @param live rows that are the latest of their ids
 * @param deletions that are the latest of their ids
 */
record Debt(long entries, long live, long deletions) implements Serializable {

  /** Reads all keys, and nothing else; memory depends on the number of segments. */
  static Debt of(StoreFiles files, List<LiveSegment> segments) throws IOException {
    boolean simple = segments.size() == 1;
    if (simple) {
      long rows = segments.get(0).segment().rows();
      long deletions = segments.get(0).segment().tombstones();
      return new Debt(rows + deletions, rows, deletions);
    }
    long entries = 0;
    long live = 0;
    long deletions = 0;
    try (SegmentSources sources = SegmentSources.open(files, segments)) {
      KeyMerge merge = KeyMerge.of(sources.list(), IdRange.ALL);
      while (merge.next()) {
        entries += 1 + merge.older();
        if (merge.cursor().isDeletion()) {
          deletions++;
        } else {
          live++;
        }
      }
    }
    return new Debt(entries, live, deletions);
  }

  Debt plus(Debt other) {
    return new Debt(entries + other.entries, live + other.live, deletions + other.deletions);
  }

  /** Superseded rows and deletions, of which those stay that hide something elsewhere. */
  long dead() {
    return entries - live;
  }

  double deadShare() {
    return entries == 0 ? 0 : (double) dead() / entries;
  }

  double liveShare() {
    return entries == 0 ? 0 : (double) live / entries;
  }
}
