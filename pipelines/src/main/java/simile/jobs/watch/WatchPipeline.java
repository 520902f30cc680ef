package simile.jobs.watch;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.jobs.PipelineRuns;
import simile.watch.IngestWindows;
import simile.watch.WatchFolder;
import simile.watch.WatchPlan;

/** The pipeline: windows in, a commit each. */
final class WatchPipeline {
  private WatchPipeline() {}

  static Pipeline of(WatchPlan plan, PipelineOptions options) {
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Watch folder", WatchFolder.of(plan))
        .apply("Ingest windows", IngestWindows.create());
    return pipeline;
  }

  /** Runs it to its end. @throws IOException if it failed; what it committed is in the log */
  static void run(WatchPlan plan, PipelineOptions options) throws IOException {
    PipelineRuns.toEnd(of(plan, options));
  }
}
