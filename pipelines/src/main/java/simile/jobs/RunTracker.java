package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.ingest.IngestPlan;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Runs a pipeline as a workflow that people can see, and believes only the log of how it ended. */
final class RunTracker {
  private static final Logger LOG = LoggerFactory.getLogger(RunTracker.class);

  /** What an ingest is called by what it makes; one of a user's own collection is an ingest. */
  private static final Map<String, String> TYPES =
      Map.of(
          "analogies", "analogy_creation",
          "frames", "frame_expansion",
          "concepts", "concept_batch",
          "clusters", "cluster_update");

  private final Store store;
  private final Clock clock;

  RunTracker(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A pipeline, run to its end. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * Runs the work and tells how it ended. @throws IOException if it ended without an entry in the
   * log
   */
  RunSummary track(IngestPlan plan, Work work) throws IOException {
    Workflow started = start(plan);
    try (Closeable interrupted = onInterrupt(started)) {
      work.run();
    } catch (IOException e) {
      if (settled(plan).isEmpty()) {
        noteFailure(started, e);
        throw e;
      }
      LOG.warn("The run failed after it had committed: {}", e.toString());
    } catch (RuntimeException | Error e) {
      noteFailure(started, e);
      throw e;
    }
    Commit entry = entry(plan);
    finish(started, entry);
    return RunSummary.of(entry);
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
  private Commit entry(IngestPlan plan) throws IOException {
    Optional<Commit> settled = settled(plan);
    Optional<Commit> entry = settled.isPresent() ? settled : store.log().byRun(plan.runId());
    if (entry.isEmpty()) {
      throw new IOException("run '" + plan.runId() + "' ended without an entry in the log");
    }
    return entry.get();
  }

  private Workflow start(IngestPlan plan) {
    Workflow pending =
        Workflow.pending(
                plan.runId(),
                TYPES.getOrDefault(plan.collection(), "ingest"),
                plan.context(),
                plan.collection(),
                plan.submittedAt())
            .withMetadata(
                Map.of("runner", plan.runner(), "splits", Integer.toString(plan.splits().size())));
    note(pending);
    Workflow started = pending.started(clock.instant());
    note(started);
    return started;
  }

  private void finish(Workflow started, Commit entry) {
    RunSummary summary = RunSummary.of(entry);
    Workflow counted =
        started
            .withItems(summary.counts().accepted(), summary.counts().read())
            .withErrors(summary.counts().rejected(), summary.failure().stream().toList());
    note(
        summary.completed()
            ? counted.completed(entry.version(), clock.instant())
            : counted.failed(clock.instant()));
    RunReports.write(store, entry);
  }

  /** The commit of the run, or of its token; a fence is none. */
  private Optional<Commit> settled(IngestPlan plan) throws IOException {
    return store.log().byToken(plan.token()).filter(c -> c.operation() == Operation.INGEST);
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
