package simile.merge;

import java.io.IOException;
import java.util.Arrays;
import simile.keys.KeyCursor;

/**
 * One segment's cursor at its current entry. Of heads with one id the latest comes first.
 *
 * <p>Ids mostly begin alike, so heads keep the eight bytes after what all ids of a merge share as a
 * number, which decides nearly every comparison.
 */
final class Head implements Comparable<Head> {
  private final SegmentSource source;
  private final int index;
  private final KeyCursor cursor;
  private final byte[] prefix;
  private long number;

  /**
   * @param index which of a merge's segments it is
   * @param prefix what all ids of a merge begin with
   */
  Head(SegmentSource source, int index, KeyCursor cursor, byte[] prefix) {
    this.source = source;
    this.index = index;
    this.cursor = cursor;
    this.prefix = prefix;
  }

  /** One whose cursor is moved by others, and compared by whole ids. */
  Head(SegmentSource source, KeyCursor cursor) {
    this(source, 0, cursor, new byte[0]);
  }

  SegmentSource source() {
    return source;
  }

  int index() {
    return index;
  }

  KeyCursor cursor() {
    return cursor;
  }

  /**
   * Goes to the next entry. @return false at the end
   *
   * @throws simile.keys.CorruptKeyFileException if its id is not between those of the segment
   */
  boolean next() throws IOException {
    if (!cursor.next()) {
      return false;
    }
    byte[] id = cursor.idBytes();
    int length = cursor.idLength();
    if (cursor.idShared() < prefix.length && !startsWithPrefix(id, length)) {
      throw cursor.misplaced(
          "it has the id '" + cursor.id() + "', which is not between those of its segment");
    }
    number = Long.MIN_VALUE;
    for (int i = prefix.length, shift = 56; i < length && shift >= 0; i++, shift -= 8) {
      number ^= (id[i] & 0xffL) << shift;
    }
    return true;
  }

  private boolean startsWithPrefix(byte[] id, int length) {
    return length >= prefix.length && Arrays.equals(id, 0, prefix.length, prefix, 0, prefix.length);
  }

  @Override
  public int compareTo(Head other) {
    if (number != other.number) {
      return number < other.number ? -1 : 1;
    }
    int byId = compareId(other.cursor.idBytes(), other.cursor.idLength());
    if (byId != 0) {
      return byId;
    }
    int byCommit = Long.compare(other.commit(), commit());
    return byCommit != 0 ? byCommit : Long.compare(other.cursor.position(), cursor.position());
  }

  boolean hasIdOf(Head other) {
    return number == other.number
        && compareId(other.cursor.idBytes(), other.cursor.idLength()) == 0;
  }

  int compareId(byte[] id, int length) {
    return Arrays.compareUnsigned(cursor.idBytes(), 0, cursor.idLength(), id, 0, length);
  }

  long commit() {
    return source.commitOf(cursor.commit());
  }
}
