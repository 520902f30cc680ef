package simile.compact;

import java.io.Serializable;
import simile.segment.SegmentSize;

/**
 * When segments are worth rewriting, and to what size.
 *
 * <table>
 * <caption>The thresholds</caption>
 * <tr><td>{@code targetBytes}</td><td>what a segment shall hold: JSONL before compression, and vectors</td></tr>
 * <tr><td>{@value #ROW_BYTES} bytes</td><td>what a row counts at least, since it costs memory however short it is</td></tr>
 * <tr><td>{@value #MAX_DEPTH} deep</td><td>so many segments may hold one id before they are merged</td></tr>
 * <tr><td>{@value #MAX_DEAD}</td><td>so large a share of overlapping segments may be dead: superseded rows, and deletions that hide nothing outside</td></tr>
 * <tr><td>a quarter of the target</td><td>what is below is small</td></tr>
 * <tr><td>{@value #MANY_SMALL}</td><td>so many small neighbours are merged</td></tr>
 * <tr><td>{@value #PACKED} of the target</td><td>the most that neighbours are merged to, so that what was merged once stays as it is</td></tr>
 * </table>
 *
 * <p>With {@code full} everything is merged that overlaps, has a deletion, or fits into less
 * segments.
 *
 * @param targetBytes about how large a segment becomes, 1 KiB to 512 MiB
 * @param full whether nothing dead may stay
 */
public record CompactionRules(long targetBytes, boolean full) implements Serializable {
  public static final long DEFAULT_TARGET_BYTES = SegmentSize.TARGET_BYTES;
  public static final long LEAST_TARGET_BYTES = 1 << 10;
  public static final long MOST_TARGET_BYTES = 512L << 20;

  static final int ROW_BYTES = SegmentSize.ENTRY_BYTES;
  static final int MAX_DEPTH = 4;
  static final double MAX_DEAD = 0.2;
  static final int MANY_SMALL = 4;
  static final double PACKED = 0.75;

  /** Of runs by size, the next larger joins if it is at most so many times those before it. */
  static final int NEXT_RUN = 2;

  public CompactionRules {
    if (targetBytes < LEAST_TARGET_BYTES || targetBytes > MOST_TARGET_BYTES) {
      throw new IllegalArgumentException(
          "the target must be %d to %d bytes, not %d"
              .formatted(LEAST_TARGET_BYTES, MOST_TARGET_BYTES, targetBytes));
    }
  }

  /** The defaults. */
  public static CompactionRules standard() {
    return new CompactionRules(DEFAULT_TARGET_BYTES, false);
  }

  long smallBytes() {
    return targetBytes / 4;
  }

  long packedBytes() {
    return (long) (targetBytes * PACKED);
  }

  /**
   * When a range that turned out larger than was thought gets a second segment, so that memory
   * stays bounded.
   */
  long mostBytes() {
    return targetBytes + targetBytes / 4;
  }
}
