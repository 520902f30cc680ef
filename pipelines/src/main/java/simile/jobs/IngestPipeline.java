package simile.jobs;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.ingest.CommitRun;
import simile.ingest.RunPlan;
import simile.ingest.WriteSegments;
import simile.input.Split;
import simile.run.Parts;

/** The pipeline: splits in, descriptors out, one commit. */
final class IngestPipeline {
  private IngestPipeline() {}

  static Pipeline of(RunPlan plan, PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Splits", Parts.of(plan.splits(), Split.class))
        .apply("Write segments", WriteSegments.of(plan))
        .apply("Commit", CommitRun.of(plan));
    return pipeline;
  }

  /** Runs it to its end. @throws IOException if it failed; whether it committed is in the log */
  static void run(RunPlan plan, PipelineOptions options) throws IOException {
    PipelineRuns.toEnd(of(plan, options));
  }
}
