package simile.compact;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import simile.ingest.ProgressPlace;

/** Turns ranges into segments, and says of each what became of it. */
public final class CompactRanges
    extends PTransform<PCollection<RangeTask>, PCollection<RangeResult>> {
  private static final long serialVersionUID = 1L;

  private final CompactionPlan plan;
  private final ProgressPlace progress;

  private CompactRanges(CompactionPlan plan, ProgressPlace progress) {
    this.plan = plan;
    this.progress = progress;
  }

  public static CompactRanges of(CompactionPlan plan) {
    return new CompactRanges(plan, ProgressPlace.NOWHERE);
  }

  /** Workers tell there how far they are, and look whether they were told to stop. */
  public CompactRanges withProgress(ProgressPlace place) {
    return new CompactRanges(plan, place);
  }

  @Override
  public PCollection<RangeResult> expand(PCollection<RangeTask> ranges) {
    return ranges
        .apply("Compact range", ParDo.of(new CompactRangeFn(plan, progress)))
        .setCoder(SerializableCoder.of(RangeResult.class));
  }
}
