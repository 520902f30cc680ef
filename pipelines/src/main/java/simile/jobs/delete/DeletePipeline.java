package simile.jobs.delete;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.delete.CommitDelete;
import simile.delete.DeletePart;
import simile.delete.DeleteParts;
import simile.delete.DeletePlan;
import simile.ingest.ProgressPlace;
import simile.jobs.PipelineRuns;
import simile.run.Parts;

/** The pipeline: parts in, descriptors out, one commit. */
final class DeletePipeline {
  private DeletePipeline() {}

  static Pipeline of(DeletePlan plan, PipelineOptions options, ProgressPlace notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Parts", Parts.of(plan.parts(), DeletePart.class))
        .apply("Write tombstones", DeleteParts.of(plan).withProgress(notes))
        .apply("Commit", CommitDelete.of(plan));
    return pipeline;
  }

  /**
   * Runs it to its end, with workers that tell there how far they are. @throws IOException if it
   * failed; whether it committed is in the log
   */
  static void run(DeletePlan plan, PipelineOptions options, ProgressPlace notes)
      throws IOException {
    PipelineRuns.toEnd(of(plan, options, notes));
  }
}
