package simile.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.ingest.IngestPlan;
import simile.log.Commit;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Runs a pipeline as a workflow that people can see, and believes only the log of how it ended. */
final class RunTracker {
  private static final Logger LOG = LoggerFactory.getLogger(RunTracker.class);
  private static final String TYPE = "analogy_creation";

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
    try {
      work.run();
    } catch (IOException e) {
      Optional<Commit> committed = settled(plan);
      if (committed.isEmpty()) {
        note(started.withError(e.getMessage()).failed(clock.instant()));
        throw e;
      }
      LOG.warn("The run failed after it had committed: {}", e.toString());
    }
    Commit entry =
        settled(plan)
            .or(() -> audited(plan))
            .orElseThrow(
                () ->
                    new IOException(
                        "run '" + plan.runId() + "' ended without an entry in the log"));
    finish(started, entry);
    return RunSummary.of(entry);
  }

  private Workflow start(IngestPlan plan) {
    Workflow pending =
        Workflow.pending(plan.runId(), TYPE, plan.context(), plan.collection(), plan.submittedAt())
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

  /** The entry that settles the run: its own, or its token's. */
  private Optional<Commit> settled(IngestPlan plan) throws IOException {
    return store.log().byToken(plan.token());
  }

  private Optional<Commit> audited(IngestPlan plan) {
    try {
      return store.log().byRun(plan.runId());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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
