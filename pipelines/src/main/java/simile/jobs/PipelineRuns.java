package simile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.util.UserCodeException;

/** Runs pipelines, and finds in what a runner throws what went wrong. */
public final class PipelineRuns {
  private PipelineRuns() {}

  /**
   * Runs it to its end, as its engine does that.
   *
   * @throws IOException if it failed; whether it committed is in the log
   */
  public static void toEnd(Pipeline pipeline) throws IOException {
    pipeline.getOptions().as(LaunchOptions.class).getLaunch().toEnd(pipeline);
  }

  /**
   * Starts it on a runner that does not wait for it.
   *
   * @throws IOException if it was not started
   */
  public static void submit(Pipeline pipeline) throws IOException {
    try {
      var unused = pipeline.run();
    } catch (RuntimeException e) {
      throw unwrap(e);
    }
  }

  static void waitFor(Pipeline pipeline) throws IOException {
    PipelineResult.State state;
    try {
      state = pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) {
      throw unwrap(e);
    }
    if (state != PipelineResult.State.DONE) {
      throw new IOException("the pipeline ended as " + state);
    }
  }

  /** The cause that our own code threw, or the runner's failure itself. */
  private static IOException unwrap(RuntimeException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      boolean wraps =
          t instanceof PipelineExecutionException
              || t instanceof UserCodeException
              || t instanceof UncheckedIOException;
      if (!wraps && t instanceof IOException io) {
        return io;
      }
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new IOException("the pipeline failed: " + root, failure);
  }
}
