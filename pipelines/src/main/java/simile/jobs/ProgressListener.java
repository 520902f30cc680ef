package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Shows a run to people while it goes on. */
public interface ProgressListener {

  /** Shows nothing. */
  ProgressListener NONE = (file, totalBytes, runner) -> () -> {};

  /**
   * Begins.
   *
   * @param file a {@link simile.ingest.ProgressFile} that workers write to
   * @param totalBytes of the input
   * @param runner what was chosen to run it, and why
   * @return to be closed when the run has ended
   */
  Closeable begin(Path file, long totalBytes, String runner) throws IOException;
}
