package simile.jobs.compact;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.compact.CommitGroups;
import simile.compact.CompactRanges;
import simile.compact.CompactionPlan;
import simile.compact.RangeTask;
import simile.jobs.PipelineRuns;
import simile.run.Parts;

/** The pipeline: ranges in, descriptors out, one commit a group. */
final class CompactionPipeline {
  private CompactionPipeline() {}

  static Pipeline of(CompactionPlan plan, PipelineOptions options, Path notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Ranges", Parts.of(plan.tasks(), RangeTask.class))
        .apply("Compact ranges", CompactRanges.of(plan).withProgress(notes.toString()))
        .apply("Commit groups", CommitGroups.of(plan));
    return pipeline;
  }

  /**
   * Runs it to its end, with workers that note in a file how far they are. @throws IOException if
   * it failed; what it committed is in the log
   */
  static void run(CompactionPlan plan, PipelineOptions options, Path notes) throws IOException {
    PipelineRuns.toEnd(of(plan, options, notes));
  }
}
