package simile.benchmarks.plain;

import java.util.Arrays;

/** Where the lines and fields of each row lie in a slab. Reused from range to range. */
final class Rows {
  private static final int STRIDE = 2 + 2 * Field.COUNT;

  private int[] places = new int[STRIDE << 17];
  private double[] scores = new double[1 << 17];
  private int count;

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  /** Starts a row with its line; no field is there yet. */
  void begin(int lineStart) {
    if (count == scores.length) {
      scores = Arrays.copyOf(scores, count * 2);
      places = Arrays.copyOf(places, places.length * 2);
    }
    int at = count * STRIDE;
    Arrays.fill(places, at, at + STRIDE, -1);
    places[at] = lineStart;
  }

  void field(Field field, int start, int end) {
    int at = count * STRIDE + 2 + 2 * field.number;
    places[at] = start;
    places[at + 1] = end;
  }

  boolean has(Field field) {
    return start(count, field) >= 0;
  }

  void score(double score) {
    scores[count] = score;
  }

  void end(int lineEnd) {
    places[count * STRIDE + 1] = lineEnd;
    count++;
  }

  int lineStart(int row) {
    return places[row * STRIDE];
  }

  /** Exclusive; without the line feed. */
  int lineEnd(int row) {
    return places[row * STRIDE + 1];
  }

  /** -1 where the field is absent. */
  int start(int row, Field field) {
    return places[row * STRIDE + 2 + 2 * field.number];
  }

  int end(int row, Field field) {
    return places[row * STRIDE + 3 + 2 * field.number];
  }

  double score(int row) {
    return scores[row];
  }
}
