package simile.jobs;

import java.io.Serializable;
import simile.ingest.ReadLimits;

/**
 * How much input is held at once.
 *
 * @param maxLineBytes longer lines are violations
 * @param splitBytes about how much input becomes one segment
 */
public record InputLimits(int maxLineBytes, long splitBytes) implements Serializable {
  public static final int DEFAULT_MAX_LINE_BYTES = 16 << 20;
  public static final long DEFAULT_SPLIT_BYTES = 64L << 20;
  public static final long LEAST_SPLIT_BYTES = 1 << 10;
  public static final long MOST_SPLIT_BYTES = 512L << 20;

  public static final InputLimits DEFAULT =
      new InputLimits(DEFAULT_MAX_LINE_BYTES, DEFAULT_SPLIT_BYTES);

  public InputLimits {
    if (maxLineBytes < 2 || maxLineBytes > MOST_SPLIT_BYTES) {
      throw new IllegalArgumentException(
          "--max-line-bytes must be in 2 to " + MOST_SPLIT_BYTES + ", not " + maxLineBytes);
    }
    if (splitBytes < LEAST_SPLIT_BYTES || splitBytes > MOST_SPLIT_BYTES) {
      throw new IllegalArgumentException(
          "--split-bytes must be in "
              + LEAST_SPLIT_BYTES
              + " to "
              + MOST_SPLIT_BYTES
              + ", not "
              + splitBytes);
    }
  }

  public ReadLimits toRead() {
    return new ReadLimits(maxLineBytes, Math.toIntExact(splitBytes));
  }
}
