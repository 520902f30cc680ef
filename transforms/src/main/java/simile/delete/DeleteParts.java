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
  private final String progress;

  private DeleteParts(DeletePlan plan, String progress) {
    this.plan = plan;
    this.progress = progress;
  }

  public static DeleteParts of(DeletePlan plan) {
    return new DeleteParts(plan, "");
  }

  /**
   * Workers note how far they are, and look whether they were told to stop.
   *
   * @param file a {@link simile.ingest.ProgressFile} on the machine of all workers
   */
  public DeleteParts withProgress(String file) {
    return new DeleteParts(plan, file);
  }

  @Override
  public PCollection<DeleteResult> expand(PCollection<DeletePart> parts) {
    return parts
        .apply("Delete part", ParDo.of(new DeletePartFn(plan, progress)))
        .setCoder(SerializableCoder.of(DeleteResult.class));
  }
}
