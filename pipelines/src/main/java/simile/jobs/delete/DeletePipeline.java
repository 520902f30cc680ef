package simile.jobs.delete;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import simile.delete.CommitDelete;
import simile.delete.DeletePart;
import simile.delete.DeleteParts;
import simile.delete.DeletePlan;
import simile.jobs.PipelineRuns;

/** The pipeline: parts in, descriptors out, one commit. */
final class DeletePipeline {
  private DeletePipeline() {}

  static Pipeline of(DeletePlan plan, PipelineOptions options, Path notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(
            "List parts", Create.of(plan.parts()).withCoder(SerializableCoder.of(DeletePart.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Write tombstones", DeleteParts.of(plan).withProgress(notes.toString()))
        .apply("Commit", CommitDelete.of(plan));
    return pipeline;
  }

  /**
   * Runs it to its end, with workers that note in a file how far they are. @throws IOException if
   * it failed; whether it committed is in the log
   */
  static void run(DeletePlan plan, PipelineOptions options, Path notes) throws IOException {
    PipelineRuns.toEnd(of(plan, options, notes));
  }
}
