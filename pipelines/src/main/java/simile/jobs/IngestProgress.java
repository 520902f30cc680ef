package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import simile.ingest.ProgressFile;

/** Tells a run's heartbeat what the workers noted, and the workers that the run was cancelled. */
final class IngestProgress implements Closeable {
  private static final String BYTES = "bytes_processed";

  private final RunProgress progress;
  private final ProgressFile.Reader notes;

  private IngestProgress(RunProgress progress, ProgressFile.Reader notes) {
    this.progress = progress;
    this.notes = notes;
  }

  /**
   * Begins.
   *
   * @param file the file that workers write to
   */
  static IngestProgress begin(RunProgress progress, Path file) throws IOException {
    IngestProgress begun = new IngestProgress(progress, new ProgressFile.Reader(file));
    progress.whenCancelled(() -> ProgressFile.stop(file));
    progress.from(begun::tell);
    return begun;
  }

  private void tell(RunProgress heart) throws IOException {
    ProgressFile.Done done = notes.read();
    heart.at(done.rows(), -1); // how many records the input has is known at its end
    heart.note(BYTES, Long.toString(done.bytes()));
  }

  /** Tells for the last time. */
  @Override
  public void close() throws IOException {
    progress.from(heart -> {});
    tell(progress);
    notes.close();
  }
}
