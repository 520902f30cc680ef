package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Runs a pipeline as a workflow that people can see, and believes only the log of how it ended. */
public final class RunTracker {
  private static final Logger LOG = LoggerFactory.getLogger(RunTracker.class);

  private final Store store;
  private final Clock clock;

  public RunTracker(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A pipeline, run to its end. */
  public interface Work {
    void run() throws IOException;
  }

  /**
   * Runs the work.
   *
   * @return the run's last entry in the log; empty if it ended well without one
   * @throws IOException if it failed without an entry in the log
   */
  public Optional<Commit> track(Run run, Work work) throws IOException {
    Workflow started = start(run);
    try (Closeable interrupted = onInterrupt(started)) {
      work.run();
    } catch (IOException e) {
      if (settled(run).isEmpty()) {
        noteFailure(started, e);
        throw e;
      }
      LOG.warn("The run failed after it had committed: {}", e.toString());
    } catch (RuntimeException | Error e) {
      noteFailure(started, e);
      throw e;
    }
    Optional<Commit> entry = entry(run);
    note(ended(started, entry));
    return entry;
  }

  /**
   * Notes that the process was told to end (Ctrl-C, SIGTERM) while the run worked. If the run has
   * committed all the same, the log says so, and it is what people are shown.
   */
  private Closeable onInterrupt(Workflow started) {
    Thread hook =
        new Thread(
            () -> note(started.withError("the process was told to end").failed(clock.instant())));
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        LOG.debug("The process is ending already", e);
      }
    };
  }

  private void noteFailure(Workflow started, Throwable failure) {
    Workflow ended = started.withError(String.valueOf(failure.getMessage()));
    note(
        failure instanceof CommitFencedException
            ? ended.cancelled(clock.instant())
            : ended.failed(clock.instant()));
  }

  /** The run's last word: its commit, or the audit of its failure. */
  private Optional<Commit> entry(Run run) throws IOException {
    Optional<Commit> settled = settled(run);
    return settled.isPresent() ? settled : store.log().byRun(run.id());
  }

  private Workflow start(Run run) {
    Workflow pending =
        Workflow.pending(run.id(), run.type(), run.context(), run.collection(), run.submittedAt())
            .withMetadata(run.metadata());
    note(pending);
    Workflow started = pending.started(clock.instant());
    note(started);
    return started;
  }

  private Workflow ended(Workflow started, Optional<Commit> entry) {
    if (entry.isEmpty()) {
      return started.completed(-1, clock.instant());
    }
    RunSummary summary = RunSummary.of(entry.get());
    Workflow counted =
        started
            .withItems(summary.counts().accepted(), summary.counts().read())
            .withErrors(summary.counts().rejected(), summary.failure().stream().toList());
    return summary.completed()
        ? counted.completed(entry.get().version(), clock.instant())
        : counted.failed(clock.instant());
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
      new Workflows(store.files()).write(workflow);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The workflow could not be noted: {}", e.toString());
    }
  }
}
