package simile.ingest;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Gathers the results of all splits in one place and commits them, once. Fires even when there is
 * no split, since a seed element is gathered too.
 */
public final class CommitRun extends PTransform<PCollection<SplitResult>, PCollection<RunOutcome>> {
  private static final long serialVersionUID = 1L;

  private final IngestPlan plan;

  private CommitRun(IngestPlan plan) {
    this.plan = plan;
  }

  public static CommitRun of(IngestPlan plan) {
    return new CommitRun(plan);
  }

  @Override
  public PCollection<RunOutcome> expand(PCollection<SplitResult> results) {
    PCollection<SplitResult> seed =
        results
            .getPipeline()
            .apply(
                "Seed",
                Create.of(SplitResult.seed()).withCoder(SerializableCoder.of(SplitResult.class)));
    return PCollectionList.of(results)
        .and(seed)
        .apply("With seed", Flatten.pCollections())
        .apply("To one place", WithKeys.of(plan.runId()))
        .apply("Gather", GroupByKey.create())
        .apply("Append to log", ParDo.of(new CommitRunFn(plan)))
        .setCoder(SerializableCoder.of(RunOutcome.class));
  }
}
