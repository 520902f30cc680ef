package simile.parquet.write;

import java.util.Arrays;

/** Ranges of some bytes. */
final class Spans {
  private int[] bounds = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int start, int end) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, size * 2);
    }
    bounds[size++] = start;
    bounds[size++] = end;
  }

  int count() {
    return size / 2;
  }

  int start(int i) {
    return bounds[2 * i];
  }

  int end(int i) {
    return bounds[2 * i + 1];
  }

  boolean isEqual(int i, int j, byte[] bytes) {
    return Arrays.equals(bytes, start(i), end(i), bytes, start(j), end(j));
  }
}
