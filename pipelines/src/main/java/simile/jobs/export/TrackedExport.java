package simile.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.ingest.ProgressPlace;
import simile.jobs.Engine;
import simile.jobs.LeftRunningException;
import simile.jobs.ProgressListener;
import simile.jobs.Published;
import simile.jobs.Run;
import simile.jobs.RunProgress;
import simile.jobs.RunTracker;
import simile.jobs.WorkersNotes;
import simile.jobs.WorkersProgress;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.store.Store;

/** Runs what exports as a workflow, alone at its output, and leaves nothing there if it fails. */
final class TrackedExport {
  private static final Logger LOG = LoggerFactory.getLogger(TrackedExport.class);

  private final Store store;
  private final Engine engine;
  private final Clock clock;
  private final ProgressListener progress;

  TrackedExport(Store store, Engine engine, Clock clock, ProgressListener progress) {
    this.store = store;
    this.engine = engine;
    this.clock = clock;
    this.progress = progress;
  }

  /** What exports. */
  @FunctionalInterface
  interface Work {
    /**
     * @param place where workers tell how far they are
     */
    void run(ProgressPlace place) throws IOException;
  }

  /** Says how much was published; asked once it is. */
  @FunctionalInterface
  interface Measure {
    Published published() throws IOException;
  }

  /** Takes back what was published, all of it; does nothing if nothing was. */
  @FunctionalInterface
  interface Retraction {
    void run() throws IOException;
  }

  /**
   * Runs it to its end.
   *
   * @param bytes about how many are read
   * @throws LeftRunningException if it goes on elsewhere
   * @throws CommitFencedException if it was cancelled, however late; nothing is published
   * @throws simile.log.CommitConflictException if another export is at work there
   * @throws IOException if it failed; nothing looks complete
   */
  void run(
      Run run, long bytes, OutputGuard output, Work work, Measure measure, Retraction retraction)
      throws IOException {
    output.requireFree();
    Optional<Commit> entry =
        new RunTracker(store, clock, engine)
            .track(
                run,
                told -> {
                  output.claim();
                  try {
                    publish(told, run.id(), bytes, work);
                  } catch (LeftRunningException e) {
                    throw e; // it still needs what it has written
                  } catch (IOException | RuntimeException e) {
                    output.clearAfter(e);
                    throw e;
                  }
                  note(told, measure);
                });
    if (entry.filter(commit -> commit.operation() == Operation.FENCE).isPresent()) {
      retraction.run();
      output.release();
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d when it published; that was taken back"
              .formatted(run.id(), entry.get().version()));
    }
  }

  /** It is published by now, so that a failure to look at it fails nothing. */
  private static void note(RunProgress told, Measure measure) {
    try {
      measure.published().noteIn(told);
    } catch (IOException | RuntimeException e) {
      LOG.warn("How much was published could not be read: {}", e.toString());
    }
  }

  private void publish(RunProgress told, String runId, long bytes, Work work) throws IOException {
    String runner = engine.name(bytes) + ", " + engine.why(bytes);
    try (WorkersNotes notes = WorkersNotes.open(engine, store, runId);
        Closeable shown = progress.begin(notes, bytes, runner)) {
      WorkersProgress.during(told, -1, notes, () -> work.run(notes.place()));
    }
  }
}
