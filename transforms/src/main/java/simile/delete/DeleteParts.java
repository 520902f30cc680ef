package simile.delete;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Turns parts of a delete into tombstones, and says of each what became of it. */
public final class DeleteParts
    extends PTransform<PCollection<DeletePart>, PCollection<DeleteResult>> {
  private static final long serialVersionUID = 1L;

  private final DeletePlan plan;

  private DeleteParts(DeletePlan plan) {
    this.plan = plan;
  }

  public static DeleteParts of(DeletePlan plan) {
    return new DeleteParts(plan);
  }

  @Override
  public PCollection<DeleteResult> expand(PCollection<DeletePart> parts) {
    return parts
        .apply("Delete part", ParDo.of(new DeletePartFn(plan)))
        .setCoder(SerializableCoder.of(DeleteResult.class));
  }
}
