package simile.history;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.merge.Entry;
import simile.merge.RowReader;
import simile.merge.VectorReader;
import simile.segment.LiveSegment;

/**
 * The records in which two versions of a collection differ, by id. The key files of both are merged
 * side by side, so that memory does not grow with the store.
 *
 * <p>A row that was only moved, by a compaction or a rollback, is the same. A row that was written
 * again is compared by content: bytes and vector.
 */
public final class SnapshotDiff implements Closeable {
  private final LiveCursor before;
  private final LiveCursor after;
  private final RowReader rowsBefore;
  private final RowReader rowsAfter;
  private final VectorReader vectorsBefore;
  private final VectorReader vectorsAfter;
  private DifferenceCounts counts = DifferenceCounts.NONE;

  private SnapshotDiff(StoreFiles files, LiveCursor before, LiveCursor after) {
    this.before = before;
    this.after = after;
    this.rowsBefore = new RowReader(files);
    this.rowsAfter = new RowReader(files);
    this.vectorsBefore = new VectorReader(files);
    this.vectorsAfter = new VectorReader(files);
  }

  /**
   * Compares two versions of a collection.
   *
   * @param before the segments of the first; none if there was no such collection
   * @param after the segments of the second
   */
  public static SnapshotDiff of(StoreFiles files, List<LiveSegment> before, List<LiveSegment> after)
      throws IOException {
    LiveCursor first = new LiveCursor(files, before);
    try {
      return new SnapshotDiff(files, first, new LiveCursor(files, after));
    } catch (IOException | RuntimeException e) {
      first.close();
      throw e;
    }
  }

  /** Counts them all. */
  public static DifferenceCounts count(
      StoreFiles files, List<LiveSegment> before, List<LiveSegment> after) throws IOException {
    try (SnapshotDiff diff = of(files, before, after)) {
      Optional<RecordDifference> next = diff.next();
      while (next.isPresent()) {
        next = diff.next();
      }
      return diff.counts();
    }
  }

  /** The next record that differs; empty at the end. */
  public Optional<RecordDifference> next() throws IOException {
    while (!before.atEnd() || !after.atEnd()) {
      int order = before.compareTo(after);
      Optional<RecordDifference> found =
          order == 0 ? both() : Optional.of(order < 0 ? deleted() : inserted());
      if (order <= 0) {
        before.next();
      }
      if (order >= 0) {
        after.next();
      }
      if (found.isPresent()) {
        counts = counts.and(found.get().kind());
        return found;
      }
      counts = counts.andUnchanged();
    }
    return Optional.empty();
  }

  /** What {@link #next} has passed so far. */
  public DifferenceCounts counts() {
    return counts;
  }

  /** The record in the first version. */
  public Optional<byte[]> before(RecordDifference difference) throws IOException {
    return difference.before().isPresent()
        ? Optional.of(rowsBefore.read(difference.before().get()))
        : Optional.empty();
  }

  /** The record in the second version. */
  public Optional<byte[]> after(RecordDifference difference) throws IOException {
    return difference.after().isPresent()
        ? Optional.of(rowsAfter.read(difference.after().get()))
        : Optional.empty();
  }

  private RecordDifference deleted() {
    Entry entry = before.at().entry();
    return new RecordDifference(
        entry.id(), Difference.DELETED, Optional.of(entry), Optional.empty());
  }

  private RecordDifference inserted() {
    Entry entry = after.at().entry();
    return new RecordDifference(
        entry.id(), Difference.INSERTED, Optional.empty(), Optional.of(entry));
  }

  private Optional<RecordDifference> both() throws IOException {
    if (before.isSameRow(after)) {
      return Optional.empty();
    }
    Entry old = before.at().entry();
    Entry now = after.at().entry();
    return isSameContent(old, now)
        ? Optional.empty()
        : Optional.of(
            new RecordDifference(old.id(), Difference.UPDATED, Optional.of(old), Optional.of(now)));
  }

  private boolean isSameContent(Entry old, Entry now) throws IOException {
    return old.length() == now.length()
        && old.crc32c() == now.crc32c()
        && (old.vector() < 0) == (now.vector() < 0)
        && Arrays.equals(rowsBefore.read(old), rowsAfter.read(now))
        && (old.vector() < 0
            || Arrays.equals(
                vectorsBefore.read(old.source(), old.vector()),
                vectorsAfter.read(now.source(), now.vector())));
  }

  @Override
  public void close() throws IOException {
    try (before;
        after;
        rowsBefore;
        rowsAfter;
        vectorsBefore;
        vectorsAfter) {
      // each is closed, whatever another says
    }
  }
}
