package simile.segment.write;

import java.io.IOException;

/**
 * Two files of a segment hold different rows, which only a mistake in Simile can cause; the segment
 * is not used.
 */
public final class SegmentMismatchException extends IOException {
  private static final long serialVersionUID = 1L;

  SegmentMismatchException(String segment, String npz, String keys) {
    super(
        "segment "
            + segment
            + ": the ids of its NPZ (digest "
            + npz
            + ") are not those of its key file's rows with vectors ("
            + keys
            + "); nothing was committed, please report this");
  }
}
