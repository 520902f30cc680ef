package simile.compact;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Turns ranges into segments, and says of each what became of it. */
public final class CompactRanges
    extends PTransform<PCollection<RangeTask>, PCollection<RangeResult>> {
  private static final long serialVersionUID = 1L;

  private final CompactionPlan plan;

  private CompactRanges(CompactionPlan plan) {
    this.plan = plan;
  }

  public static CompactRanges of(CompactionPlan plan) {
    return new CompactRanges(plan);
  }

  @Override
  public PCollection<RangeResult> expand(PCollection<RangeTask> ranges) {
    return ranges
        .apply("Compact range", ParDo.of(new CompactRangeFn(plan)))
        .setCoder(SerializableCoder.of(RangeResult.class));
  }
}
