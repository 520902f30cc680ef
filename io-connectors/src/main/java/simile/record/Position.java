package simile.record;

/**
 * A row's place in the order of a run's whole input: the split's number above 36 bits of the row's
 * number in its split. Greater is later; compared as plain {@code long}s.
 */
public final class Position {
  private static final int ROW_BITS = 36;

  /** After every row of a commit: where a deletion lies that hides all of them. */
  public static final long LAST = Long.MAX_VALUE;

  private Position() {}

  /**
   * @throws IllegalArgumentException if the split exceeds 2^27 - 1 or the row 2^36 - 1
   */
  public static long of(int split, long row) {
    if (split < 0 || split >= 1 << (63 - ROW_BITS) || row < 0 || row >= 1L << ROW_BITS) {
      throw new IllegalArgumentException("no position for split " + split + ", row " + row);
    }
    return ((long) split << ROW_BITS) | row;
  }

  public static int split(long position) {
    return (int) (position >>> ROW_BITS);
  }
}
