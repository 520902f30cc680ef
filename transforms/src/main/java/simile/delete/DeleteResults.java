package simile.delete;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The results of all parts of a delete, one attempt each, in order. */
final class DeleteResults {
  private DeleteResults() {}

  /**
   * Takes one attempt of each part; whichever, since attempts at one part hold the same deletions.
   *
   * @throws IllegalStateException if a part has no result
   */
  static List<DeleteResult> oneOfEach(Iterable<DeleteResult> all, List<DeletePart> parts) {
    TreeMap<Integer, DeleteResult> byPart = new TreeMap<>();
    for (DeleteResult result : all) {
      if (!result.isSeed()) {
        byPart.merge(
            result.part(),
            result,
            BinaryOperator.minBy(Comparator.comparing(DeleteResult::attempt)));
      }
    }
    for (DeletePart part : parts) {
      if (!byPart.containsKey(part.number())) {
        throw new IllegalStateException(
            "part " + part.number() + " of " + parts.size() + " has no result");
      }
    }
    return List.copyOf(byPart.values());
  }
}
