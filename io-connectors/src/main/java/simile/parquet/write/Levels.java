package simile.parquet.write;

import java.util.Arrays;
import simile.parquet.format.GrowingBytes;

/**
 * The repetition or definition levels of a page. In most columns all are the same, so that they are
 * only counted until one is not.
 */
final class Levels {
  private final int max;
  private byte[] levels = new byte[0];
  private int first;
  private int count;
  private boolean differ;

  /**
   * @param max the highest level; where it is 0 nothing is kept or written
   */
  Levels(int max) {
    this.max = max;
  }

  void add(int level) {
    if (count == 0) {
      first = level;
    }
    if (differ || level != first) {
      keep(level);
    }
    count++;
  }

  /** Adds a level that is there several times. */
  void add(int level, int times) {
    if (times > 0 && count > 0 && !differ && level == first) {
      count += times;
      return;
    }
    for (int i = 0; i < times; i++) {
      add(level);
    }
  }

  private void keep(int level) {
    if (count >= levels.length) {
      levels = Arrays.copyOf(levels, Math.max(1024, count * 2));
    }
    if (!differ) {
      Arrays.fill(levels, 0, count, (byte) first);
      differ = true;
    }
    levels[count] = (byte) level;
  }

  /** Appends them with their length before them, and forgets them. */
  void drainTo(GrowingBytes out) {
    if (max > 0) {
      int start = out.size();
      out.putInt(0);
      encode(out);
      int end = out.size();
      out.truncate(start);
      out.putInt(end - start - Integer.BYTES);
      out.truncate(end);
    }
    count = 0;
    differ = false;
  }

  private void encode(GrowingBytes out) {
    int width = HybridEncoder.width(max);
    if (!differ) {
      HybridEncoder.run(first, count, width, out);
      return;
    }
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = levels[i];
    }
    HybridEncoder.encode(numbers, count, width, out);
  }
}
