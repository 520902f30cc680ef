package simile.compact;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Gathers the results of each group's ranges and commits the group, once. */
public final class CommitGroups
    extends PTransform<PCollection<RangeResult>, PCollection<GroupOutcome>> {
  private static final long serialVersionUID = 1L;

  private final CompactionPlan plan;

  private CommitGroups(CompactionPlan plan) {
    this.plan = plan;
  }

  public static CommitGroups of(CompactionPlan plan) {
    return new CommitGroups(plan);
  }

  @Override
  public PCollection<GroupOutcome> expand(PCollection<RangeResult> results) {
    return results
        .apply("By group", WithKeys.of(RangeResult::group).withKeyType(TypeDescriptors.integers()))
        .apply("Gather", GroupByKey.create())
        .apply("Commit group", ParDo.of(new CommitGroupFn(plan)))
        .setCoder(SerializableCoder.of(GroupOutcome.class));
  }
}
