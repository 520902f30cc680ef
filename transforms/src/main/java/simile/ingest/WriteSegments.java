package simile.ingest;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import simile.input.Split;

/** Turns splits into segments, and says of each what became of it. */
public final class WriteSegments extends PTransform<PCollection<Split>, PCollection<SplitResult>> {
  private static final long serialVersionUID = 1L;

  private final RunPlan plan;

  private WriteSegments(RunPlan plan) {
    this.plan = plan;
  }

  public static WriteSegments of(RunPlan plan) {
    return new WriteSegments(plan);
  }

  @Override
  public PCollection<SplitResult> expand(PCollection<Split> splits) {
    return splits
        .apply("Ingest split", ParDo.of(new WriteSegmentFn(plan)))
        .setCoder(SerializableCoder.of(SplitResult.class));
  }
}
