package simile.merge;

import java.util.Arrays;
import simile.keys.KeyCursor;

/** One segment's cursor at its current entry. Of heads with one id the latest comes first. */
record Head(SegmentSource source, KeyCursor cursor) implements Comparable<Head> {

  @Override
  public int compareTo(Head other) {
    int byId = compareId(other.cursor.idBytes(), other.cursor.idLength());
    if (byId != 0) {
      return byId;
    }
    int byCommit = Long.compare(other.commit(), commit());
    return byCommit != 0 ? byCommit : Long.compare(other.cursor.position(), cursor.position());
  }

  int compareId(byte[] id, int length) {
    return Arrays.compareUnsigned(cursor.idBytes(), 0, cursor.idLength(), id, 0, length);
  }

  long commit() {
    return source.commitOf(cursor.commit());
  }
}
