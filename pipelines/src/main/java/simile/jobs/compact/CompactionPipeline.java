package simile.jobs.compact;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.compact.CommitGroups;
import simile.compact.CompactRanges;
import simile.compact.CompactionPlan;
import simile.compact.RangeTask;
import simile.ingest.ProgressPlace;
import simile.jobs.PipelineRuns;
import simile.run.Parts;

/** The pipeline: ranges in, descriptors out, one commit a group. */
final class CompactionPipeline {
  private CompactionPipeline() {}

  static Pipeline of(CompactionPlan plan, PipelineOptions options, ProgressPlace notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Ranges", Parts.of(plan.tasks(), RangeTask.class))
        .apply("Compact ranges", CompactRanges.of(plan).withProgress(notes))
        .apply("Commit groups", CommitGroups.of(plan));
    return pipeline;
  }

  /**
   * Runs it to its end, with workers that tell there how far they are. @throws IOException if it
   * failed; what it committed is in the log
   */
  static void run(CompactionPlan plan, PipelineOptions options, ProgressPlace notes)
      throws IOException {
    PipelineRuns.toEnd(of(plan, options, notes));
  }
}
