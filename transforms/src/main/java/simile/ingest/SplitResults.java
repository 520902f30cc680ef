package simile.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import simile.input.Piece;
import simile.input.Split;

/** The results of all splits of a run, one attempt each, in the order of the input. */
final class SplitResults {
  private SplitResults() {}

  /**
   * Takes one attempt of each split; whichever, since attempts at one split hold the same rows.
   *
   * @throws IllegalStateException if a split has no result
   */
  static List<SplitResult> oneOfEach(Iterable<SplitResult> all, List<Split> splits) {
    TreeMap<Integer, SplitResult> bySplit = new TreeMap<>();
    for (SplitResult result : all) {
      if (!result.isSeed()) {
        bySplit.merge(
            result.split(),
            result,
            BinaryOperator.minBy(Comparator.comparing(SplitResult::attempt)));
      }
    }
    for (Split split : splits) {
      if (!bySplit.containsKey(split.number())) {
        throw new IllegalStateException(
            "split " + split.number() + " of " + splits.size() + " has no result");
      }
    }
    return List.copyOf(bySplit.values());
  }

  /** For each result, how many lines of its first piece's file lie before the piece. */
  static List<Long> linesBefore(List<SplitResult> results, List<Split> splits) {
    List<Long> before = new ArrayList<>();
    long lines = 0;
    for (int i = 0; i < results.size(); i++) {
      Piece first = splits.get(i).pieces().get(0);
      lines = first.start() == 0 ? 0 : lines;
      before.add(lines);
      lines += results.get(i).lines();
    }
    return before;
  }
}
