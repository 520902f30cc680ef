package simile.jobs.compact;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import simile.compact.CommitGroups;
import simile.compact.CompactRanges;
import simile.compact.CompactionPlan;
import simile.compact.RangeTask;
import simile.jobs.PipelineRuns;

/** The pipeline: ranges in, descriptors out, one commit a group. */
final class CompactionPipeline {
  private CompactionPipeline() {}

  static Pipeline of(CompactionPlan plan, PipelineOptions options, Path notes) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(
            "List ranges", Create.of(plan.tasks()).withCoder(SerializableCoder.of(RangeTask.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
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
