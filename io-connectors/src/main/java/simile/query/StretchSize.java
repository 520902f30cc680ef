package simile.query;

/**
 * How much a scan by id takes on at once.
 *
 * @param firstRows live rows whose places are known at once, at first: few may be wanted
 * @param mostRows and in the end
 * @param heldBytes answers that wait for their turn, about
 */
record StretchSize(int firstRows, int mostRows, long heldBytes) {
  private static final int GROWTH = 4;

  /** How many rows come after so many. */
  int after(int rows) {
    return (int) Math.min(mostRows, (long) rows * GROWTH);
  }
}
