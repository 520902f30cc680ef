package simile.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import simile.keys.KeyCursor;

/** Merges the key files of segments by id and keeps, of each id, the latest entry. */
final class KeyMerge {
  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private byte[] currentId = new byte[64];
  private int currentLength;

  /** One segment's cursor at its current entry. Of heads with one id the latest comes first. */
  private record Head(SegmentSource source, KeyCursor cursor) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      int byId =
          Arrays.compareUnsigned(
              cursor.idBytes(),
              0,
              cursor.idLength(),
              other.cursor.idBytes(),
              0,
              other.cursor.idLength());
      if (byId != 0) {
        return byId;
      }
      int byCommit =
          Long.compare(
              other.source.commitOf(other.cursor.commit()), source.commitOf(cursor.commit()));
      return byCommit != 0 ? byCommit : Long.compare(other.cursor.position(), cursor.position());
    }
  }

  /** Merges whole key files. */
  static KeyMerge all(List<SegmentSource> sources) throws IOException {
    KeyMerge merge = new KeyMerge();
    for (SegmentSource source : sources) {
      merge.add(new Head(source, source.keys().cursor()));
    }
    return merge;
  }

  /** Merges the entries of one id only: the latest of them, if it is a record. */
  static Optional<LiveRow> find(List<SegmentSource> sources, byte[] id) throws IOException {
    KeyMerge merge = new KeyMerge();
    for (SegmentSource source : sources) {
      KeyCursor cursor = source.keys().cursorAt(id);
      while (cursor.next()) {
        int order =
            Arrays.compareUnsigned(cursor.idBytes(), 0, cursor.idLength(), id, 0, id.length);
        if (order >= 0) {
          if (order == 0) {
            merge.heads.add(new Head(source, cursor));
          }
          break;
        }
      }
    }
    Head latest = merge.heads.peek();
    return latest == null || latest.cursor.isDeletion()
        ? Optional.empty()
        : Optional.of(row(latest));
  }

  /** The next id's latest entry that is a record, or empty at the end. */
  Optional<LiveRow> next() throws IOException {
    while (!heads.isEmpty()) {
      Head latest = heads.poll();
      remember(latest.cursor);
      Optional<LiveRow> row =
          latest.cursor.isDeletion() ? Optional.empty() : Optional.of(row(latest));
      add(latest);
      while (!heads.isEmpty() && isCurrent(heads.peek().cursor)) {
        add(heads.poll());
      }
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private void add(Head head) throws IOException {
    if (head.cursor.next()) {
      heads.add(head);
    }
  }

  private void remember(KeyCursor cursor) {
    currentLength = cursor.idLength();
    if (currentId.length < currentLength) {
      currentId = new byte[currentLength * 2];
    }
    System.arraycopy(cursor.idBytes(), 0, currentId, 0, currentLength);
  }

  private boolean isCurrent(KeyCursor cursor) {
    return Arrays.equals(cursor.idBytes(), 0, cursor.idLength(), currentId, 0, currentLength);
  }

  private static LiveRow row(Head head) {
    KeyCursor c = head.cursor;
    return new LiveRow(
        c.id(),
        head.source.commitOf(c.commit()),
        head.source,
        c.file(),
        c.offset(),
        c.length(),
        c.crc32c(),
        c.hasVector() ? c.vector() : -1);
  }
}
