package simile.proof.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves steps out of a history that fails, as long as what is left still fails. */
final class Shrinker {
  private Shrinker() {}

  /**
   * Delta debugging, after Zeller and Hildebrandt: ever smaller pieces are left out.
   *
   * @param fails asked of each candidate
   * @return a history of which no single step can be left out
   */
  static <T> List<T> smallest(List<T> failing, Predicate<List<T>> fails) {
    List<T> smallest = failing;
    for (int piece = Math.max(1, smallest.size() / 2); piece >= 1; ) {
      List<T> smaller = without(smallest, piece, fails);
      boolean shrank = smaller.size() < smallest.size();
      smallest = smaller;
      piece = shrank ? Math.min(piece, Math.max(1, smallest.size() / 2)) : piece / 2;
    }
    return smallest;
  }

  /** Leaves out each piece of that length in turn, from the end. */
  private static <T> List<T> without(List<T> failing, int piece, Predicate<List<T>> fails) {
    List<T> left = failing;
    for (int start = left.size() - piece; start >= 0; start -= piece) {
      List<T> candidate = new ArrayList<>(left.subList(0, start));
      candidate.addAll(left.subList(Math.min(left.size(), start + piece), left.size()));
      if (!candidate.isEmpty() && fails.test(candidate)) {
        left = candidate;
      }
    }
    return left;
  }
}
