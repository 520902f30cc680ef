package simile.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.workflow.WorkDone;
import simile.workflow.WorkerReport;
import simile.workflow.WorkerReports;

/**
 * Tells the store how far a worker is, on a thread of its own: the work never waits for it, and
 * what cannot be told is dropped.
 */
final class StoreProgress implements ProgressSink {
  private static final Logger LOG = LoggerFactory.getLogger(StoreProgress.class);

  /** A worker tells no more often, and not when it has nothing new to tell. */
  static final Duration EVERY = Duration.ofSeconds(5);

  /** How soon something new is seen; so soon the first is told. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So long the end of the work waits at most for the last word to be told. */
  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  private final WorkerReports reports;
  private final LongSupplier nanoTime;
  private final String worker = UUID.randomUUID().toString();
  private final SortedMap<String, WorkDone> units = new TreeMap<>();
  private final ScheduledExecutorService clock;
  private String unit = "";
  private boolean isNew;
  private Optional<Long> toldAt = Optional.empty();

  StoreProgress(WorkerReports reports) {
    this(reports, System::nanoTime);
    var unused =
        clock.scheduleWithFixedDelay(
            this::tellIfDue, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One that is not looked at by itself. */
  StoreProgress(WorkerReports reports, LongSupplier nanoTime) {
    this.reports = reports;
    this.nanoTime = nanoTime;
    this.clock = Executors.newSingleThreadScheduledExecutor(StoreProgress::daemon);
  }

  @Override
  public synchronized void begin(String next) {
    unit = next;
    update(before -> WorkDone.NOTHING);
  }

  @Override
  public synchronized void add(long bytes, long lines) {
    update(before -> before.plus(new WorkDone(bytes, lines, 0, new TreeMap<>())));
    isNew = true;
  }

  @Override
  public synchronized void rejected(long lines, SortedMap<String, Long> byRule) {
    update(before -> before.withRejected(lines, byRule));
  }

  private void update(UnaryOperator<WorkDone> change) {
    units.put(unit, change.apply(units.getOrDefault(unit, WorkDone.NOTHING)));
  }

  /** Tells what is new, unless it told something a moment ago. */
  void tellIfDue() {
    boolean isDue = toldAt.filter(t -> nanoTime.getAsLong() - t < EVERY.toNanos()).isEmpty();
    if (isDue) {
      tell();
    }
  }

  private void tell() {
    Optional<WorkerReport> report = news();
    if (report.isPresent()) {
      toldAt = Optional.of(nanoTime.getAsLong()); // also if it fails: not at once again
      try {
        reports.write(worker, report.get());
      } catch (IOException | RuntimeException e) {
        LOG.debug("How far the work is could not be told: {}", e.toString());
      }
    }
  }

  private synchronized Optional<WorkerReport> news() {
    if (!isNew) {
      return Optional.empty();
    }
    isNew = false;
    return Optional.of(new WorkerReport(units));
  }

  @Override
  public void close() {
    clock.execute(this::tell);
    clock.shutdown();
    try {
      if (!clock.awaitTermination(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("The last that was done is not told in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simile-progress");
    thread.setDaemon(true);
    return thread;
  }
}
