package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Split;

/**
 * Makes the splits of a run agree on how long vectors are, where the plan leaves that to the first
 * vector of the input. Splits are ingested at the same time, each by its own first vector; those
 * whose vectors turn out to have another length than the first of all are ingested again. So every
 * record ends as if the input had been read from its beginning, and nobody reads it twice unless
 * vectors differ.
 */
public final class Agreement {
  private final StoreFiles files;
  private final InputOpener inputs;
  private final RandomGenerator random;

  /**
   * @param random names attempts
   */
  public Agreement(StoreFiles files, InputOpener inputs, RandomGenerator random) {
    this.files = files;
    this.inputs = inputs;
    this.random = random;
  }

  /**
   * What is committed.
   *
   * @param plan knows the dimension of every collection that vectors came for
   * @param results one of each split
   */
  public record Agreed(RunPlan plan, List<SplitResult> results) {}

  /**
   * Agrees. What splits wrote before they were ingested again, no commit names.
   *
   * @throws simile.input.InputException if an input that has to be read again cannot be
   * @throws simile.log.CommitFencedException if the run was cancelled meanwhile
   */
  public Agreed of(RunPlan plan, Iterable<SplitResult> all) throws IOException {
    List<SplitResult> results = SplitResults.oneOfEach(all, plan.splits());
    RunPlan known = plan.with(collection -> known(collection, results));
    return new Agreed(known, again(known, results));
  }

  private static CollectionPlan known(CollectionPlan plan, List<SplitResult> results) {
    return plan.lacksDimension()
        ? results.stream()
            .filter(result -> plan.owns(result.split()) && result.dimension() >= 0)
            .findFirst()
            .map(first -> plan.with(first.dimension()))
            .orElse(plan)
        : plan;
  }

  private List<SplitResult> again(RunPlan plan, List<SplitResult> results) throws IOException {
    List<SplitResult> agreed = new ArrayList<>();
    List<Split> splits = plan.splits();
    try (RunIngester ingester = new RunIngester(plan, files, inputs, ProgressSink.NONE, random)) {
      for (int i = 0; i < results.size(); i++) {
        SplitResult result = results.get(i);
        int found = result.dimension();
        boolean agrees = found < 0 || found == plan.of(result.split()).dimension();
        agreed.add(agrees ? result : ingester.ingest(splits.get(i)));
      }
    }
    return agreed;
  }
}
