package simile.merge;

import simile.keys.KeyCursor;

/**
 * An entry of a key file, kept: a record or a deletion.
 *
 * @param id its id
 * @param commit the version that it belongs to
 * @param position its place in that version's input
 * @param isDeletion whether it hides what is older; then it has no place and no vector
 * @param source the segment that holds it
 * @param file the index of its JSONL file in the segment's key file
 * @param offset where it starts there, in uncompressed bytes
 * @param length its bytes
 * @param crc32c their CRC-32C
 * @param vector the index of its vector in the segment's NPZ, or -1
 */
public record Entry(
    String id,
    long commit,
    long position,
    boolean isDeletion,
    SegmentSource source,
    int file,
    long offset,
    int length,
    int crc32c,
    long vector) {

  static Entry of(SegmentSource source, KeyCursor at) {
    return new Entry(
        at.id(),
        source.commitOf(at.commit()),
        at.position(),
        at.isDeletion(),
        source,
        at.file(),
        at.offset(),
        at.length(),
        at.crc32c(),
        at.hasVector() ? at.vector() : -1);
  }

  /** Whether this one hides the other, which has the same id. */
  public boolean isLaterThan(Entry other) {
    return commit != other.commit ? commit > other.commit : position > other.position;
  }
}
