package simile.delete;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import simile.ingest.ProgressPlace;

/** Turns parts of a delete into tombstones, and says of each what became of it. */
public final class DeleteParts
    extends PTransform<PCollection<DeletePart>, PCollection<DeleteResult>> {
  private static final long serialVersionUID = 1L;

  private final DeletePlan plan;
  private final ProgressPlace progress;

  private DeleteParts(DeletePlan plan, ProgressPlace progress) {
    this.plan = plan;
    this.progress = progress;
  }

  public static DeleteParts of(DeletePlan plan) {
    return new DeleteParts(plan, ProgressPlace.NOWHERE);
  }

  /** Workers tell there how far they are, and look whether they were told to stop. */
  public DeleteParts withProgress(ProgressPlace place) {
    return new DeleteParts(plan, place);
  }

  @Override
  public PCollection<DeleteResult> expand(PCollection<DeletePart> parts) {
    return parts
        .apply("Delete part", ParDo.of(new DeletePartFn(plan, progress)))
        .setCoder(SerializableCoder.of(DeleteResult.class));
  }
}
