package simile.parquet.write;

import java.util.Arrays;
import simile.parquet.format.GrowingBytes;

/** The repetition or definition levels of a page. */
final class Levels {
  private final int max;
  private int[] levels = new int[1024];
  private int count;

  /**
   * @param max the highest level; where it is 0 nothing is kept or written
   */
  Levels(int max) {
    this.max = max;
  }

  void add(int level) {
    if (max == 0) {
      return;
    }
    if (count == levels.length) {
      levels = Arrays.copyOf(levels, count * 2);
    }
    levels[count++] = level;
  }

  /** Appends them with their length before them, and forgets them. */
  void drainTo(GrowingBytes out) {
    if (max == 0) {
      return;
    }
    int start = out.size();
    out.putInt(0);
    HybridEncoder.encode(levels, count, HybridEncoder.width(max), out);
    int end = out.size();
    out.truncate(start);
    out.putInt(end - start - Integer.BYTES);
    out.truncate(end);
    count = 0;
  }
}
