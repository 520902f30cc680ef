package simile.benchmarks.generate;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, 2014): small, fast, and seeded by any number.
 */
final class SplitMix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts over, as a stream that belongs to one record. */
  void seed(long seed, long record) {
    state = mix(seed + GOLDEN * record);
  }

  long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number in 0 to {@code bound} - 1; the bias is below {@code bound} / 2^32. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
