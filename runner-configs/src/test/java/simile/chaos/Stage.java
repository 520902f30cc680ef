package simile.chaos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import simile.files.StoreFilesOpener;
import simile.testkit.process.ClusterProcess;
import simile.testkit.process.Launcher;
import simile.testkit.process.OpenFiles;
import simile.testkit.process.TaskManagers;

/** A run at work, whose moments can be held, and what a fault can do to it then. */
final class Stage {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long NAP_NANOS = 300_000;
  private static final int LOOKS_BETWEEN_QUESTIONS = 300;

  /** What is done later. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  private final Site site;
  private final String store;
  private final String run;
  private final long entry;
  private final TaskManagers workers;
  private final JobView job;
  private final Launcher.Running client;
  private final List<Step> afterEnd = new ArrayList<>();

  Stage(
      Site site,
      TaskManagers workers,
      String store,
      String run,
      long entry,
      Launcher.Running client) {
    this.site = site;
    this.workers = workers;
    this.store = store;
    this.run = run;
    this.entry = entry;
    this.client = client;
    this.job = new JobView(site.cluster().master(), run);
  }

  Site site() {
    return site;
  }

  JobView job() {
    return job;
  }

  Launcher.Running client() {
    return client;
  }

  TaskManagers workers() {
    return workers;
  }

  /**
   * Waits for a moment, and stops all task managers in it.
   *
   * @return whether it came; if not, the run has ended
   */
  boolean hold(Moment moment) throws IOException {
    if (moment == Moment.ALWAYS) {
      return true;
    }
    String location = site.storage().location(store);
    Sight sight =
        new Sight(site, StoreFilesOpener.fromClassPath().open(location), store, run, entry);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (long looks = 1; System.nanoTime() < end; looks++) {
      if (sight.is(moment, workers.all())) {
        workers.stop();
        if (sight.is(moment, workers.all()) && job.isAtWork()) {
          return true;
        }
        workers.go(workers.all());
      }
      if (looks % LOOKS_BETWEEN_QUESTIONS == 0 && isOver()) {
        return false;
      }
      LockSupport.parkNanos(NAP_NANOS);
    }
    throw new AssertionError("in four minutes neither the moment nor the end: " + moment.text());
  }

  /**
   * @throws AssertionError if the run could not be submitted
   */
  private boolean isOver() throws IOException {
    boolean failed = !client.process().isAlive() && client.process().exitValue() != 0;
    if (failed && job.job().isEmpty()) {
      throw new AssertionError("not submitted: " + Files.readString(client.err()));
    }
    return job.isOver();
  }

  /**
   * Whom to strike: who has the store or the input open, else who runs the last step of the job
   * that runs, else anybody.
   */
  ClusterProcess victim() throws IOException {
    String place = site.storage().location(store);
    for (String open : List.of(place + "/_log", place, site.input().toString())) {
      Optional<ClusterProcess> holder = OpenFiles.holder(workers.all(), open);
      if (holder.isPresent()) {
        return holder.get();
      }
    }
    Set<String> names = job.lastAtWork();
    return workers.all().stream()
        .filter(worker -> names.stream().anyMatch(worker::isCalled))
        .findFirst()
        .orElse(workers.all().get(0));
  }

  /** All go on, and what the storage held too. */
  void thaw() throws IOException {
    workers.go(workers.all());
    site.storage().release();
  }

  /** All go on but one; what the storage held stays held. */
  void thawBut(ClusterProcess one) throws IOException {
    workers.go(workers.all().stream().filter(worker -> worker.pid() != one.pid()).toList());
  }

  /** Something to be done once the run has ended, before its store is judged. */
  void afterEnd(Step step) {
    afterEnd.add(step);
  }

  /** Does what was left for later, once. */
  void ended() throws IOException {
    for (Step step : List.copyOf(afterEnd)) {
      afterEnd.remove(step);
      step.run();
    }
  }

  /** Waits until who submitted the run has ended. */
  void awaitClient() throws IOException {
    try {
      client.process().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a run was submitted");
    }
  }

  /** Waits until no job of the run is at work: one that was restarted may outlive the commit. */
  void awaitJob() throws IOException {
    while (job.isAtWork()) {
      LockSupport.parkNanos(NAP_NANOS * LOOKS_BETWEEN_QUESTIONS);
    }
  }

  /** Waits until a process has no file of the store open any more, three seconds in a row. */
  void awaitQuiet(ClusterProcess process) {
    String place = site.storage().location(store);
    long quiet = System.nanoTime();
    while (System.nanoTime() - quiet < Duration.ofSeconds(3).toNanos()) {
      if (OpenFiles.holder(List.of(process), place).isPresent()) {
        quiet = System.nanoTime();
      }
      LockSupport.parkNanos(NAP_NANOS);
    }
  }
}
