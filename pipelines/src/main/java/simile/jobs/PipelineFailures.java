package simile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.util.UserCodeException;

/** Finds, in what a runner throws, what went wrong. */
public final class PipelineFailures {
  private PipelineFailures() {}

  /** The cause that our own code threw, or the runner's failure itself. */
  public static IOException unwrap(RuntimeException failure) {
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
