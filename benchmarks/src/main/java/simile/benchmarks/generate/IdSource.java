package simile.benchmarks.generate;

/** The number in each record's id. */
interface IdSource {

  /**
   * @param record its number, from 0
   * @param random seeded for this record
   */
  long of(long record, SplitMix random);
}
