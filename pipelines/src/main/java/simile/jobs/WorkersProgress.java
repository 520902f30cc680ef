package simile.jobs;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.workflow.ProgressFacts;
import simile.workflow.WorkDone;

/** Tells a run's heartbeat what the workers noted, and the workers that the run was cancelled. */
public final class WorkersProgress {
  private static final Logger LOG = LoggerFactory.getLogger(WorkersProgress.class);

  private final RunProgress progress;
  private final ProgressSource notes;
  private final long total;

  private WorkersProgress(RunProgress progress, ProgressSource notes, long total) {
    this.progress = progress;
    this.notes = notes;
    this.total = total;
  }

  /** Work whose workers note what they do. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /**
   * Runs work, and tells how far it is.
   *
   * @param total of the items that workers note; -1 if it is known at the end only
   */
  public static void during(RunProgress progress, long total, WorkersNotes notes, Work work)
      throws IOException {
    WorkersProgress telling = new WorkersProgress(progress, notes, total);
    progress.whenCancelled(notes::stop);
    progress.from(heart -> telling.tell());
    try {
      work.run();
    } finally {
      progress.from(heart -> {});
      telling.tellAtEnd();
    }
  }

  /** How the work ended must not depend on it. */
  private void tellAtEnd() {
    try {
      tell();
    } catch (IOException | RuntimeException e) {
      LOG.warn("How far the run was could not be read: {}", e.toString());
    }
  }

  private void tell() throws IOException {
    WorkDone done = notes.read();
    progress.at(done.rows(), total);
    ProgressFacts.of(done).forEach(progress::note);
  }
}
