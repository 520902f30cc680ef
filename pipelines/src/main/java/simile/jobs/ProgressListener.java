package simile.jobs;

import java.io.Closeable;
import java.io.IOException;

/** Shows a run to people while it goes on. */
public interface ProgressListener {

  /** Shows nothing. */
  ProgressListener NONE = (notes, totalBytes, runner) -> () -> {};

  /**
   * Begins.
   *
   * @param notes what workers tell
   * @param totalBytes of the input
   * @param runner what was chosen to run it, and why
   * @return to be closed when the run has ended
   */
  Closeable begin(ProgressSource notes, long totalBytes, String runner) throws IOException;
}
