package simile.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers from 0 to 1 in tenths.
 *
 * @param tenths how many lie in [0, 0.1], (0.1, 0.2], … (0.9, 1]; what is outside counts at the
 *     nearer end
 * @param sum of all
 * @param absent records without the number
 */
public record Histogram(List<Long> tenths, double sum, long absent) {
  public Histogram {
    tenths = List.copyOf(tenths);
  }

  public long count() {
    return tenths.stream().mapToLong(Long::longValue).sum();
  }

  /** Counts numbers. */
  static final class Counter {
    private static final int TENTHS = 10;
    private static final double ROUNDING = 1e-9;
    private final long[] tenths = new long[TENTHS];
    private double sum;
    private long absent;

    void add(double value) {
      // The upper bound belongs to the bucket, also where ten times it is a little more (0.7).
      int bucket = (int) Math.ceil(value * TENTHS - ROUNDING) - 1;
      tenths[Math.max(0, Math.min(TENTHS - 1, bucket))]++;
      sum += value;
    }

    void addAbsent() {
      absent++;
    }

    Histogram histogram() {
      return new Histogram(Arrays.stream(tenths).boxed().toList(), sum, absent);
    }
  }
}
