package simile.export;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The results of all parts of an export, one attempt each, in order. */
final class ExportResults {
  private ExportResults() {}

  /**
   * Takes one attempt of each part; whichever, since attempts at one part hold the same records.
   *
   * @throws IllegalStateException if a part has no result
   */
  static List<ExportResult> oneOfEach(Iterable<ExportResult> all, List<ExportPart> parts) {
    TreeMap<Integer, ExportResult> byPart = new TreeMap<>();
    for (ExportResult result : all) {
      if (!result.isSeed()) {
        byPart.merge(
            result.part(),
            result,
            BinaryOperator.minBy(Comparator.comparing(ExportResult::attempt)));
      }
    }
    for (ExportPart part : parts) {
      if (!byPart.containsKey(part.number())) {
        throw new IllegalStateException(
            "part " + part.number() + " of " + parts.size() + " has no result");
      }
    }
    return List.copyOf(byPart.values());
  }
}
