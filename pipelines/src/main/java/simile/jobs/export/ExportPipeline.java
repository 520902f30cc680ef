package simile.jobs.export;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.export.ExportPart;
import simile.export.ExportParts;
import simile.export.ExportPlan;
import simile.export.FinishExport;
import simile.ingest.ProgressPlace;
import simile.jobs.PipelineRuns;
import simile.run.Parts;

/** The pipeline: parts in, descriptors out, one publication. */
final class ExportPipeline {
  private ExportPipeline() {}

  static Pipeline of(ExportPlan plan, PipelineOptions options, ProgressPlace notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Parts", Parts.of(plan.parts(), ExportPart.class))
        .apply("Export parts", ExportParts.of(plan).withProgress(notes))
        .apply("Publish", FinishExport.of(plan));
    return pipeline;
  }

  /**
   * Runs it to its end, with workers that tell there how far they are. @throws IOException if it
   * failed; whether it published is at the output
   */
  static void run(ExportPlan plan, PipelineOptions options, ProgressPlace notes)
      throws IOException {
    PipelineRuns.toEnd(of(plan, options, notes));
  }
}
