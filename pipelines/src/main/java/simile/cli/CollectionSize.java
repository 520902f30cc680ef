package simile.cli;

import java.util.List;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * How large what is live is. Rows that a later one replaced count until a compaction drops them.
 *
 * @param rows rows in segments
 * @param tombstones deletions in segments
 * @param bytes of all files
 */
record CollectionSize(long segments, long rows, long tombstones, long files, long bytes) {
  static final CollectionSize ZERO = new CollectionSize(0, 0, 0, 0, 0);

  static CollectionSize of(List<LiveSegment> segments) {
    return segments.stream().map(live -> of(live.segment())).reduce(ZERO, CollectionSize::plus);
  }

  private static CollectionSize of(Segment segment) {
    long bytes = segment.files().stream().mapToLong(DataFile::bytes).sum();
    return new CollectionSize(
        1, segment.rows(), segment.tombstones(), segment.files().size(), bytes);
  }

  CollectionSize plus(CollectionSize other) {
    return new CollectionSize(
        segments + other.segments,
        rows + other.rows,
        tombstones + other.tombstones,
        files + other.files,
        bytes + other.bytes);
  }
}
