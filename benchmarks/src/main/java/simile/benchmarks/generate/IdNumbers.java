package simile.benchmarks.generate;

/**
 * The number in each record's id. Records come in scattered order of id. Every hundredth record
 * repeats the id of a record anywhere before it, as a later version of it.
 */
public final class IdNumbers implements IdSource {
  /** A prime above any total, so that multiplying by it modulo the total is a permutation. */
  private static final long STEP = 2_654_435_761L;

  private static final int REPEAT_EVERY = 100;

  private final long total;

  /**
   * @param total records of the whole input, at most a thousand million
   */
  public IdNumbers(long total) {
    if (total < 1 || total > 1_000_000_000) {
      throw new IllegalArgumentException("records: 1 to 1000000000 expected, got " + total);
    }
    this.total = total;
  }

  /** How many ids are in the whole input. */
  public long distinct() {
    return total - total / REPEAT_EVERY;
  }

  @Override
  public long of(long record, SplitMix random) {
    boolean repeats = record % REPEAT_EVERY == REPEAT_EVERY - 1;
    return scattered(repeats ? earlier(record, random) : record);
  }

  private static long earlier(long record, SplitMix random) {
    long drawn = random.below((int) record);
    return drawn % REPEAT_EVERY == REPEAT_EVERY - 1 ? drawn - 1 : drawn;
  }

  private long scattered(long record) {
    return record * STEP % total;
  }
}
