package simile.jobs.cancel;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.cluster.ClusterMark;
import simile.files.StoreFiles;
import simile.jobs.RefusedException;
import simile.json.MalformedJsonException;
import simile.log.Appended;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.Host;
import simile.workflow.Liveness;
import simile.workflow.Status;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/**
 * Cancels runs. The log decides: a run has its commit or its fence, never both, whoever was faster.
 */
public final class RunCanceller {
  private static final Logger LOG = LoggerFactory.getLogger(RunCanceller.class);

  private final StoreFiles files;
  private final CommitLog log;
  private final Workflows workflows;
  private final Clock clock;
  private final Host here;

  /**
   * @param here whose processes tell whether a run is at work
   */
  public RunCanceller(Store store, Clock clock, Host here) {
    this.files = store.files();
    this.log = store.log();
    this.workflows = new Workflows(files);
    this.clock = clock;
    this.here = here;
  }

  /**
   * How it was cancelled.
   *
   * @param fence the entry that keeps the run from committing
   * @param before whether it was cancelled before
   * @param atWork whether the run still works, as far as one can know; it ends by itself
   * @param onCluster what became of its job on a cluster
   */
  public record Cancelled(Commit fence, boolean before, boolean atWork, OnCluster onCluster) {}

  /** What became of the run's job on a cluster. */
  public enum OnCluster {
    /** There is none at work. */
    NOTHING,
    /** It was told to end. */
    CANCELLED,
    /** The cluster does not answer; what the job does comes to nothing. */
    UNREACHABLE
  }

  /**
   * Cancels a run for good: it can never commit, not even when it is started again.
   *
   * @param reason for people; may be empty
   * @throws RefusedException if neither the log nor a workflow knows the run
   * @throws CommitConflictException if it has committed, or has ended its work
   * @throws simile.log.CommitUnknownException it may be cancelled: ask again
   */
  public Cancelled cancel(String runId, String reason) throws IOException {
    Optional<Workflow> workflow = workflow(runId);
    Optional<Commit> entry = log.byRun(runId);
    if (workflow.isEmpty() && entry.isEmpty()) {
      throw new RefusedException("there is no run '" + runId + "'; nothing was cancelled");
    }
    if (entry.filter(e -> e.operation() == Operation.FENCE).isEmpty()) {
      requireUnfinished(runId, workflow, entry);
    }
    String token = token(runId, workflow, entry);
    Appended fence = log.append(DraftCommit.fence(runId, token, reason));
    boolean atWork = workflow.filter(this::isAtWork).isPresent();
    if (workflow.isPresent() && !atWork) {
      note(workflow.get());
    }
    return new Cancelled(fence.commit(), fence.adopted(), atWork, endJob(workflow));
  }

  /** Saves work that would come to nothing; the fence alone decides. */
  private OnCluster endJob(Optional<Workflow> workflow) {
    Optional<ClusterMark> job = workflow.flatMap(w -> ClusterMark.of(w.runId(), w.metadata()));
    try {
      boolean ended = job.isPresent() && here.clusters().cancel(job.get());
      return ended ? OnCluster.CANCELLED : OnCluster.NOTHING;
    } catch (IOException e) {
      LOG.warn("The run's job could not be ended: {}", e.toString());
      return OnCluster.UNREACHABLE;
    }
  }

  private static void requireUnfinished(
      String runId, Optional<Workflow> workflow, Optional<Commit> entry)
      throws CommitConflictException {
    if (entry.filter(e -> e.operation().settlesRun()).isPresent()) {
      throw new CommitConflictException(
          "run '%s' cannot be cancelled: it is committed as version %d"
              .formatted(runId, entry.get().version()));
    }
    if (workflow.filter(w -> w.status() == Status.COMPLETED).isPresent()) {
      long version = workflow.get().version();
      throw new CommitConflictException(
          "run '%s' cannot be cancelled: it is done%s"
              .formatted(runId, version < 0 ? "" : ", its work is in version " + version));
    }
  }

  private static String token(String runId, Optional<Workflow> workflow, Optional<Commit> entry) {
    return workflow
        .map(Workflow::token)
        .filter(token -> !token.isEmpty())
        .or(() -> entry.filter(e -> e.operation() == Operation.AUDIT).map(Commit::token))
        .orElse(runId);
  }

  /** A damaged workflow does not keep a run that the log knows from being cancelled. */
  private Optional<Workflow> workflow(String runId) throws IOException {
    try {
      return workflows.read(runId);
    } catch (MalformedJsonException e) {
      if (log.byRun(runId).isEmpty()) {
        throw e;
      }
      LOG.warn("Passing over a damaged workflow: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isAtWork(Workflow workflow) {
    return Liveness.of(workflow, clock.instant(), here).state() == Liveness.State.ALIVE;
  }

  /** Of a run at work its own process writes the workflow, once it learns of the fence. */
  private void note(Workflow workflow) {
    try {
      workflows.write(workflow.cancelled(clock.instant()));
      int unused = WorkerReports.of(files, workflow.runId()).delete();
    } catch (IOException e) {
      LOG.warn("The workflow could not be noted: {}", e.toString());
    }
  }
}
