package simile.benchmarks.generate;

import java.util.Arrays;

/** Draws ranks with weights 1 / (rank + 3): a few domains hold most analogies, none is empty. */
final class Zipf {
  private final int[] upTo;

  Zipf(int ranks) {
    upTo = new int[ranks];
    int sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1_000_000 / (i + 3);
      upTo[i] = sum;
    }
  }

  int next(SplitMix random) {
    int at = Arrays.binarySearch(upTo, random.below(upTo[upTo.length - 1]));
    return at < 0 ? -at - 1 : at + 1;
  }
}
