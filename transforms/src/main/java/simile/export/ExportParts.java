package simile.export;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import simile.ingest.ProgressPlace;

/** Turns parts of an export into files, and says of each what became of it. */
public final class ExportParts
    extends PTransform<PCollection<ExportPart>, PCollection<ExportResult>> {
  private static final long serialVersionUID = 1L;

  private final ExportPlan plan;
  private final ProgressPlace progress;

  private ExportParts(ExportPlan plan, ProgressPlace progress) {
    this.plan = plan;
    this.progress = progress;
  }

  public static ExportParts of(ExportPlan plan) {
    return new ExportParts(plan, ProgressPlace.NOWHERE);
  }

  /** Workers tell there how far they are, and look whether they were told to stop. */
  public ExportParts withProgress(ProgressPlace place) {
    return new ExportParts(plan, place);
  }

  @Override
  public PCollection<ExportResult> expand(PCollection<ExportPart> parts) {
    return parts
        .apply("Export part", ParDo.of(new ExportPartFn(plan, progress)))
        .setCoder(SerializableCoder.of(ExportResult.class));
  }
}
