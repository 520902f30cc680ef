package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.ingest.ProgressFile;

/** Tells a run's heartbeat what the workers noted, and the workers that the run was cancelled. */
public final class WorkersProgress implements Closeable {
  private static final String BYTES = "bytes_processed";

  private final RunProgress progress;
  private final ProgressFile.Reader notes;
  private final long total;

  private WorkersProgress(RunProgress progress, ProgressFile.Reader notes, long total) {
    this.progress = progress;
    this.notes = notes;
    this.total = total;
  }

  /** Work whose workers note what they do. */
  @FunctionalInterface
  public interface Work {
    /**
     * @param notes the file that workers write to, see {@link ProgressFile}
     */
    void run(Path notes) throws IOException;
  }

  /**
   * Runs work, and tells how far it is.
   *
   * @param total of the items that workers note; -1 if it is known at the end only
   */
  public static void during(RunProgress progress, long total, Work work) throws IOException {
    Path notes = Files.createTempFile("simile-progress-", ".bin");
    try (WorkersProgress telling = begin(progress, notes, total)) {
      work.run(notes);
    } finally {
      ProgressFile.delete(notes);
    }
  }

  /**
   * Begins.
   *
   * @param file the file that workers write to
   * @param total of the items that workers note; -1 if it is known at the end only
   */
  static WorkersProgress begin(RunProgress progress, Path file, long total) throws IOException {
    WorkersProgress begun = new WorkersProgress(progress, new ProgressFile.Reader(file), total);
    progress.whenCancelled(() -> ProgressFile.stop(file));
    progress.from(begun::tell);
    return begun;
  }

  private void tell(RunProgress heart) throws IOException {
    ProgressFile.Done done = notes.read();
    heart.at(done.rows(), total);
    if (done.bytes() > 0) {
      heart.note(BYTES, Long.toString(done.bytes()));
    }
  }

  /** Tells for the last time. */
  @Override
  public void close() throws IOException {
    progress.from(heart -> {});
    tell(progress);
    notes.close();
  }
}
