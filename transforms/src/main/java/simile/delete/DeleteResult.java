package simile.delete;

import java.io.Serializable;
import java.util.List;
import simile.segment.Segment;

/**
 * What became of one attempt at a part of a delete.
 *
 * @param part the part's number
 * @param attempt unique among the attempts at a part
 * @param segments the tombstones that were written
 * @param counts what was counted
 * @param notFound the first few ids that no live record had
 */
public record DeleteResult(
    int part, String attempt, List<Segment> segments, DeleteCounts counts, List<String> notFound)
    implements Serializable {
  /** How many ids without a record are named. */
  static final int NAMED = 5;

  public DeleteResult {
    segments = List.copyOf(segments);
    notFound = List.copyOf(notFound);
  }

  /** Stands for no part: makes the commit fire even when there is no part. */
  static DeleteResult seed() {
    return new DeleteResult(-1, "", List.of(), DeleteCounts.ZERO, List.of());
  }

  boolean isSeed() {
    return part < 0;
  }
}
