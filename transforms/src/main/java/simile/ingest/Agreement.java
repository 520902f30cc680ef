package simile.ingest;

import java.util.ArrayList;
import java.util.List;
import simile.input.Split;

/**
 * Whether the splits of a run agree on how long vectors are, where the plan leaves that to the
 * first vector of the input: splits are ingested at the same time, each by its own first vector.
 *
 * @param plan the run's, with the dimension of every collection that vectors came for: that of the
 *     first split in the order of the input that met one
 * @param results one of each split, in that order
 * @param odd the splits that took another dimension; they are to be ingested again
 */
record Agreement(RunPlan plan, List<SplitResult> results, List<Split> odd) {

  /**
   * @throws IllegalStateException if a split has no result
   */
  static Agreement of(RunPlan plan, Iterable<SplitResult> all) {
    List<Split> splits = plan.splits();
    List<SplitResult> results = SplitResults.oneOfEach(all, splits);
    RunPlan known = plan.with(collection -> known(collection, results));
    List<Split> odd = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      int found = results.get(i).dimension();
      if (found >= 0 && found != known.of(results.get(i).split()).dimension()) {
        odd.add(splits.get(i));
      }
    }
    return new Agreement(known, results, odd);
  }

  private static CollectionPlan known(CollectionPlan plan, List<SplitResult> results) {
    return plan.lacksDimension()
        ? results.stream()
            .filter(result -> plan.owns(result.split()) && result.dimension() >= 0)
            .findFirst()
            .map(first -> plan.withDimension(first.dimension()))
            .orElse(plan)
        : plan;
  }

  boolean isReached() {
    return odd.isEmpty();
  }

  /** The results, with those of the odd splits replaced. */
  List<SplitResult> with(List<SplitResult> again) {
    return results.stream()
        .map(
            result ->
                again.stream()
                    .filter(other -> other.split() == result.split())
                    .findFirst()
                    .orElse(result))
        .toList();
  }

  /** The results that are replaced. */
  List<SplitResult> replaced() {
    return results.stream()
        .filter(result -> odd.stream().anyMatch(split -> split.number() == result.split()))
        .toList();
  }
}
