package simile.jobs;

import java.io.IOException;
import org.apache.beam.sdk.Pipeline;

/** How a pipeline is started and followed to its end. */
@FunctionalInterface
public interface Launch {

  /**
   * Runs it to its end.
   *
   * @throws LeftRunningException if it goes on without us
   * @throws IOException if it failed; whether it committed is in the log
   */
  void toEnd(Pipeline pipeline) throws IOException;
}
