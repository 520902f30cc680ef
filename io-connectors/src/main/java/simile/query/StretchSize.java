package simile.query;

import java.util.List;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;

/**
 * How much a scan takes on at once.
 *
 * @param firstRows live rows whose places are known at once, at first: few may be wanted
 * @param mostRows and in the end
 * @param heldBytes answers that wait for their turn, about
 */
record StretchSize(int firstRows, int mostRows, long heldBytes) {
  private static final int FIRST_ROWS = 1 << 9;
  private static final int LEAST_ROWS = 1 << 10;
  private static final int MOST_ROWS = 1 << 19;
  private static final long HELD_BYTES = 64L << 20;
  private static final int GROWTH = 4;

  private static final long RANGES_A_THREAD = 2;
  private static final long LEAST_ENTRIES = 1 << 12;
  private static final long MOST_ENTRIES = 1 << 18;
  private static final long HANDED_BYTES = 24L << 20;

  /** Of a scan that works alone. */
  static StretchSize alone() {
    return new StretchSize(FIRST_ROWS, MOST_ROWS, HELD_BYTES);
  }

  /** Of each of some scans that work at once, through to the end. */
  static StretchSize sharedBy(int scans) {
    int rows = Math.max(LEAST_ROWS, MOST_ROWS / scans);
    return new StretchSize(rows, rows, HELD_BYTES / scans);
  }

  /** How many rows come after so many. */
  int after(int rows) {
    return (int) Math.min(mostRows, (long) rows * GROWTH);
  }

  /**
   * How many entries of a query by id one thread reads at a time: many, as each range means to open
   * the files again; but where all rows are answers, no more than may wait to be handed over.
   */
  static long entriesOfRange(List<LiveSegment> segments, Criteria criteria, int threads) {
    long entries = 0;
    long bytes = 1;
    for (LiveSegment live : segments) {
      entries += live.segment().rows() + live.segment().tombstones();
      bytes += live.segment().files(FileKind.JSONL).stream().mapToLong(DataFile::bytes).sum();
    }
    long even = entries / (RANGES_A_THREAD * threads) + 1;
    long most =
        criteria.equals(Criteria.ALL)
            ? Math.min(MOST_ENTRIES, (long) ((double) entries / bytes * HANDED_BYTES))
            : MOST_ENTRIES;
    return Math.max(LEAST_ENTRIES, Math.min(even, most));
  }
}
