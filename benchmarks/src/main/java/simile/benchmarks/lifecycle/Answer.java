package simile.benchmarks.lifecycle;

/**
 * What a contestant found, in so far as it can be compared.
 *
 * @param rows how many
 * @param digest the same for the same rows in any order: a sum over them
 */
record Answer(long rows, long digest) {
  static final Answer NONE = new Answer(0, 0);

  Answer plus(Answer other) {
    return new Answer(rows + other.rows, digest + other.digest);
  }
}
