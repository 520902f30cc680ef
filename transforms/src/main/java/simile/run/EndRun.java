package simile.run;

import java.io.Serializable;
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
 * Gathers the results of all parts of a run in one place and ends it, once. Fires even when there
 * is no part, since a seed element is gathered too.
 *
 * @param <R> what became of a part
 * @param <O> what became of the run
 */
public final class EndRun<R extends Serializable, O extends Serializable>
    extends PTransform<PCollection<R>, PCollection<O>> {
  private static final long serialVersionUID = 1L;

  private final String runId;
  private final R seed;
  private final Class<R> resultType;
  private final Class<O> outcomeType;
  private final RunEnd<R, O> end;

  private EndRun(
      String runId, R seed, Class<R> resultType, Class<O> outcomeType, RunEnd<R, O> end) {
    this.runId = runId;
    this.seed = seed;
    this.resultType = resultType;
    this.outcomeType = outcomeType;
    this.end = end;
  }

  /**
   * Describes the end.
   *
   * @param seed stands for no part
   */
  public static <R extends Serializable, O extends Serializable> EndRun<R, O> of(
      String runId, R seed, Class<R> resultType, Class<O> outcomeType, RunEnd<R, O> end) {
    return new EndRun<>(runId, seed, resultType, outcomeType, end);
  }

  @Override
  public PCollection<O> expand(PCollection<R> results) {
    PCollection<R> seeds =
        results
            .getPipeline()
            .apply("Seed", Create.of(seed).withCoder(SerializableCoder.of(resultType)));
    return PCollectionList.of(results)
        .and(seeds)
        .apply("With seed", Flatten.pCollections())
        .apply("To one place", WithKeys.of(runId))
        .apply("Gather", GroupByKey.create())
        .apply("End run", ParDo.of(new EndRunFn<>(end)))
        .setCoder(SerializableCoder.of(outcomeType));
  }
}
