package simile.jobs.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import simile.export.BundlePlan;
import simile.export.ExportPart;
import simile.export.ExportParts;
import simile.export.ExportPlan;
import simile.export.ExportResult;
import simile.export.FinishBundle;
import simile.ingest.ProgressPlace;
import simile.jobs.PipelineRuns;
import simile.run.Parts;

/** The pipeline: parts of all collections in, descriptors out, one publication. */
final class BundlePipeline {
  private BundlePipeline() {}

  /** Runs it to its end. @throws IOException if it failed; nothing looks complete */
  static void run(BundlePlan plan, PipelineOptions options, ProgressPlace notes)
      throws IOException {
    Pipeline pipeline = Pipeline.create(options);
    List<PCollection<ExportResult>> made = new ArrayList<>();
    for (ExportPlan export : plan.exports()) {
      String what = export.source().collection() + " as " + export.shape().format().key();
      made.add(
          pipeline
              .apply("Parts of " + what, Parts.of(export.parts(), ExportPart.class))
              .apply("Export " + what, ExportParts.of(export).withProgress(notes)));
    }
    PCollectionList.of(made)
        .apply("All parts", Flatten.pCollections())
        .apply("Publish", FinishBundle.of(plan));
    PipelineRuns.toEnd(pipeline);
  }
}
