package simile.segment;

import java.util.OptionalInt;

/**
 * How large segments are and should be, counted one way by whatever plans or reckons with it: JSONL
 * before compression, and vectors.
 */
public final class SegmentSize {
  /** What a segment holds after a compaction, unless it was told otherwise. */
  public static final long TARGET_BYTES = 64L << 20;

  /** What an entry counts at least, since it costs memory however short it is. */
  public static final int ENTRY_BYTES = 256;

  private SegmentSize() {}

  /**
   * The size of a segment.
   *
   * @param lineBytes of its JSONL, uncompressed
   * @param dimension of the collection's vectors
   */
  public static long of(Segment segment, long lineBytes, OptionalInt dimension) {
    long vectors = segment.file(FileKind.NPZ).map(DataFile::rows).orElse(0L);
    long entries = segment.rows() + segment.tombstones();
    return Math.max(lineBytes + vectors * Float.BYTES * dimension.orElse(0), entries * ENTRY_BYTES);
  }
}
