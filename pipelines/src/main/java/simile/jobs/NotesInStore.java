package simile.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;
import simile.ingest.ProgressPlace;
import simile.workflow.WorkDone;
import simile.workflow.WorkerReports;

/** In the store, which is asked now and then; a failure to read it is none of the run. */
final class NotesInStore implements WorkersNotes {
  private static final Logger LOG = LoggerFactory.getLogger(NotesInStore.class);

  /** The store is asked no more often: workers tell no more often either. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final WorkerReports reports;
  private final LongSupplier nanoTime;
  private final AtomicBoolean asks = new AtomicBoolean();
  private volatile WorkDone known = WorkDone.NOTHING;
  private volatile long due;

  NotesInStore(StoreFiles files, String runId) {
    this(WorkerReports.of(files, runId), System::nanoTime);
  }

  NotesInStore(WorkerReports reports, LongSupplier nanoTime) {
    this.reports = reports;
    this.nanoTime = nanoTime;
    this.due = nanoTime.getAsLong();
  }

  @Override
  public ProgressPlace place() {
    return new ProgressPlace.InStore();
  }

  /** What is known, without waiting for another thread that asks. Never less than before. */
  @Override
  public WorkDone read() {
    if (nanoTime.getAsLong() - due >= 0 && asks.compareAndSet(false, true)) {
      try {
        known = later(known, reports.sum());
      } catch (IOException | RuntimeException e) {
        LOG.debug("How far the workers are could not be read: {}", e.toString());
      } finally {
        due = nanoTime.getAsLong() + EVERY.toNanos();
        asks.set(false);
      }
    }
    return known;
  }

  private static WorkDone later(WorkDone before, WorkDone now) {
    return now.rows() < before.rows() || now.bytes() < before.bytes() ? before : now;
  }

  /** Their job is ended by its cluster. */
  @Override
  public void stop() {}

  @Override
  public void close() {}
}
