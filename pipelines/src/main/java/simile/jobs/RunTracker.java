package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.Liveness;
import simile.workflow.ProcessMark;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Runs a pipeline as a workflow that people can see, and believes only the log of how it ended. */
public final class RunTracker {
  private static final Logger LOG = LoggerFactory.getLogger(RunTracker.class);

  private final Store store;
  private final Clock clock;
  private final Workplace workplace;
  private final Pulse pulse;
  private final RunObserver observer;
  private final Workflows workflows;

  public RunTracker(Store store, Clock clock) {
    this(store, clock, Workplace.here(), Pulse.every(Liveness.HEARTBEAT));
  }

  /**
   * @param engine where the work is done, and who is told
   */
  public RunTracker(Store store, Clock clock, Engine engine) {
    this(store, clock, engine.workplace(), engine.observer(), Pulse.every(Liveness.HEARTBEAT));
  }

  /**
   * @param pulse when the run says that it lives
   */
  RunTracker(Store store, Clock clock, Workplace workplace, Pulse pulse) {
    this(store, clock, workplace, RunObserver.NONE, pulse);
  }

  private RunTracker(
      Store store, Clock clock, Workplace workplace, RunObserver observer, Pulse pulse) {
    this.store = store;
    this.clock = clock;
    this.workplace = workplace;
    this.pulse = pulse;
    this.observer = observer;
    this.workflows = new Workflows(store.files());
  }

  /** A pipeline, run to its end. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** A pipeline that says how far it is, run to its end. */
  @FunctionalInterface
  public interface TellingWork {
    void run(RunProgress progress) throws IOException;
  }

  /**
   * Ends a run that an earlier attempt began, and that has nothing left to do: without this its
   * workflow would be that of a dead run for good. Does nothing if there was no earlier attempt, or
   * if it ended well.
   */
  public void nothingLeft(String runId) throws IOException {
    Optional<Workflow> known = workflows.read(runId);
    if (known.isPresent() && known.get().status() != Status.COMPLETED) {
      long version = store.log().byRun(runId).map(Commit::version).orElse(-1L);
      workflows.announce(known.get().completed(version, clock.instant()));
    }
  }

  /** Runs work that says nothing of itself; see {@link #track(Run, TellingWork)}. */
  public Optional<Commit> track(Run run, Work work) throws IOException {
    return track(run, progress -> work.run());
  }

  /**
   * Announces the run, and runs the work.
   *
   * @return the run's last entry in the log; empty if it ended well without one
   * @throws CommitFencedException if the run was cancelled
   * @throws LeftRunningException if it goes on elsewhere
   * @throws IOException if it could not be announced, and so did nothing, or failed without an
   *     entry in the log
   */
  public Optional<Commit> track(Run run, TellingWork work) throws IOException {
    Heartbeat heart = new Heartbeat(store.log(), workflows, clock, workplace, start(run));
    observer.began(store, run);
    try (Closeable interruption = onInterrupt(run, heart)) {
      return follow(run, work, heart);
    }
  }

  private Optional<Commit> follow(Run run, TellingWork work, Heartbeat heart) throws IOException {
    try (Closeable beating = pulse.start(heart::beat)) {
      work.run(heart);
    } catch (IOException e) {
      Workflow last = heart.end();
      if (settled(run).isEmpty()) {
        IOException failure = fenced(run, e);
        noteFailure(run, last, failure);
        throw failure;
      }
      LOG.warn("The run failed after it had committed: {}", e.toString());
    } catch (LeftRunningException e) {
      note(heart.end().withMetadata(e.job().metadata()));
      throw e;
    } catch (RuntimeException | Error e) {
      noteFailure(run, heart.end(), e);
      throw e;
    }
    Workflow last = heart.end();
    Optional<Commit> entry = entry(run);
    end(run, ended(last, entry, heart.made()), entry);
    return entry;
  }

  /**
   * A run must be known before it writes its first file: whoever cleans up takes files of runs that
   * nobody knows for what dead ones left.
   */
  private Workflow start(Run run) throws IOException {
    Optional<Commit> before = store.log().byRun(run.id());
    Workflow pending =
        Workflow.pending(run.id(), run.type(), run.context(), run.collection(), run.submittedAt())
            .withCommand(run.token(), run.command())
            .withMetadata(metadata(run));
    if (before.isPresent() && before.get().operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d; start it again under another run id and token"
              .formatted(run.id(), before.get().version()));
    }
    if (before.isPresent() && before.get().operation().settlesRun()) {
      note(pending); // nothing that it writes can be needed
    } else {
      announce(pending);
    }
    forget(run); // what an attempt told that was killed
    Workflow started = pending.started(clock.instant());
    note(started);
    return started;
  }

  private void announce(Workflow pending) throws IOException {
    try {
      workflows.announce(pending);
    } catch (IOException e) {
      throw new IOException(
          "run '%s' could not be announced in %s/workflows, so it was not started: %s"
              .formatted(pending.runId(), store.files().root(), e.getMessage()),
          e);
    }
  }

  private SortedMap<String, String> metadata(Run run) throws IOException {
    SortedMap<String, String> facts =
        new TreeMap<>(ProcessMark.self(ThisHost.detected()).metadata());
    facts.put(Run.READS_VERSION, Long.toString(store.log().latestVersion()));
    facts.putAll(workplace.announced());
    facts.putAll(run.metadata());
    return facts;
  }

  private Closeable onInterrupt(Run run, Heartbeat heart) {
    if (workplace.outlivesThisProcess()) {
      return () -> {}; // the run is not told to end
    }
    return Interruption.of(
        heart,
        () -> {
          Workflow last = heart.end().withError("the process was told to end");
          end(run, last.failed(clock.instant()), Optional.empty());
        });
  }

  /** Work that is ended elsewhere since it was cancelled fails for reasons of all kinds. */
  private IOException fenced(Run run, IOException failure) throws IOException {
    Optional<Commit> fence =
        store.log().byRun(run.id()).filter(e -> e.operation() == Operation.FENCE);
    if (fence.isEmpty() || failure instanceof CommitFencedException) {
      return failure;
    }
    CommitFencedException cancelled =
        new CommitFencedException(
            "run '%s' was cancelled by version %d while it worked"
                .formatted(run.id(), fence.get().version()));
    cancelled.addSuppressed(failure);
    return cancelled;
  }

  private void noteFailure(Run run, Workflow last, Throwable failure) {
    Workflow ended = last.withError(String.valueOf(failure.getMessage()));
    boolean isCancelled = failure instanceof CommitFencedException;
    end(
        run,
        isCancelled ? ended.cancelled(clock.instant()) : ended.failed(clock.instant()),
        Optional.empty());
  }

  private void end(Run run, Workflow how, Optional<Commit> entry) {
    note(how);
    forget(run);
    observer.ended(store, run, how, entry);
  }

  /** Deletes what workers told. */
  private void forget(Run run) {
    try {
      int unused = WorkerReports.of(store.files(), run.id()).delete();
    } catch (IOException | RuntimeException e) {
      LOG.debug("Left to a vacuum: {}", e.toString());
    }
  }

  /** The run's last word: its commit, or the audit of its failure. */
  private Optional<Commit> entry(Run run) throws IOException {
    Optional<Commit> settled = settled(run);
    return settled.isPresent() ? settled : store.log().byRun(run.id());
  }

  private Workflow ended(Workflow last, Optional<Commit> entry, long made) {
    if (entry.isEmpty()) {
      return last.completed(made, clock.instant());
    }
    RunSummary summary = RunSummary.of(entry.get());
    Workflow counted = counted(last, entry.get(), summary);
    if (entry.get().operation() == Operation.FENCE) {
      return counted.cancelled(clock.instant());
    }
    return summary.completed()
        ? counted.completed(entry.get().version(), clock.instant())
        : counted.failed(clock.instant());
  }

  /**
   * Entries of runs that read no records say nothing of items, and of a compaction's many each says
   * its own; then the work has.
   */
  private static Workflow counted(Workflow last, Commit entry, RunSummary summary) {
    return summary.counts().read() == 0 || entry.operation() == Operation.COMPACT
        ? last
        : last.withItems(summary.counts().read(), summary.counts().read())
            .withErrors(summary.counts().rejected(), summary.failure().stream().toList());
  }

  /** The commit of the run, or of its token; a fence is none. */
  private Optional<Commit> settled(Run run) throws IOException {
    return store.log().byToken(run.token()).filter(c -> c.operation().isDone());
  }

  /**
   * The workflow is for people; the log is the authority. So a failure to write it fails nothing.
   */
  private void note(Workflow workflow) {
    try {
      workflows.write(workflow);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The workflow could not be noted: {}", e.toString());
    }
  }
}
