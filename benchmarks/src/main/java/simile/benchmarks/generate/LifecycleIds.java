package simile.benchmarks.generate;

/**
 * Ids in scattered order; every fifth record is an update of any record before it, and after every
 * twentieth comes a deletion of any record before it.
 */
final class LifecycleIds implements IdSource {
  /** A prime above any total, so that multiplying by it modulo the total is a permutation. */
  private static final long STEP = 2_654_435_761L;

  private static final int UPDATE_EVERY = 5;
  private static final int DELETE_EVERY = 20;

  private final long total;

  /**
   * @param total records of all commits
   */
  LifecycleIds(long total) {
    this.total = total;
  }

  @Override
  public long of(long record, SplitMix random) {
    return scattered(isUpdate(record) ? earlier(record, random) : record);
  }

  static boolean isFollowedByDeletion(long record) {
    return record % DELETE_EVERY == DELETE_EVERY - 1;
  }

  /** What the deletion after a record deletes. */
  long deletedAfter(long record, SplitMix random) {
    return scattered(earlier(record, random));
  }

  private static long earlier(long record, SplitMix random) {
    long drawn = random.below((int) record);
    return isUpdate(drawn) ? drawn - 1 : drawn;
  }

  private static boolean isUpdate(long record) {
    return record % UPDATE_EVERY == UPDATE_EVERY - 1;
  }

  private long scattered(long record) {
    return record * STEP % total;
  }
}
