package simile.workflow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.Clusters;
import simile.cluster.JobSeen;
import simile.cluster.RootCause;
import simile.log.Commit;
import simile.log.CommitLog;

/**
 * How a run on a cluster ended whose client died or left: as the log says, and where that says
 * nothing, as its job did.
 */
public final class ClusterRuns {
  /** A client that watches its job has noted by then how it ended. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private final CommitLog log;
  private final Host here;

  /**
   * @param here from where clusters are asked
   */
  public ClusterRuns(CommitLog log, Host here) {
    this.log = log;
    this.here = here;
  }

  /** The run as the log has it, else as its cluster does; files stay as they are. */
  public Workflow settled(Workflow workflow, Instant now) throws IOException {
    Workflow known = Workflows.reconciled(located(workflow), log);
    Optional<ClusterMark> mark = ClusterMark.of(known.runId(), known.metadata());
    if (mark.isEmpty() || !isOpen(known)) {
      return known;
    }
    Optional<ClusterJob> job = over(mark.get());
    if (job.isEmpty()) {
      return known;
    }
    boolean client = !Liveness.of(known, now, here).isDead();
    if (client && job.get().ended().filter(end -> end.plus(SOON).isBefore(now)).isEmpty()) {
      return known; // who submitted it says it better
    }
    Workflow again = Workflows.reconciled(known, log); // it may have committed since
    return isOpen(again) ? ended(again, mark.get(), job.get()) : again;
  }

  /** With its job's id, which a client that was killed may not have noted. */
  private Workflow located(Workflow workflow) {
    Optional<ClusterMark> mark =
        ClusterMark.of(workflow.runId(), workflow.metadata())
            .filter(m -> isOpen(workflow) && m.jobId().isEmpty());
    return mark.isPresent() && here.clusters().see(mark.get()) instanceof JobSeen.Found found
        ? workflow.withMetadata(mark.get().withJob(found.job().id()).metadata())
        : workflow;
  }

  private Optional<ClusterJob> over(ClusterMark mark) {
    return here.clusters().see(mark) instanceof JobSeen.Found found && found.job().state().isOver()
        ? Optional.of(found.job())
        : Optional.empty();
  }

  private Workflow ended(Workflow workflow, ClusterMark mark, ClusterJob job) throws IOException {
    Instant end = job.ended().orElse(job.started());
    return switch (job.state()) {
      case AT_WORK -> workflow;
      case FINISHED ->
          workflow.completed(log.byRun(workflow.runId()).map(Commit::version).orElse(-1L), end);
      case FAILED -> workflow.withError(why(mark, job)).failed(end);
      case CANCELED ->
          workflow.withError("its job was cancelled on the cluster, not by Simile").failed(end);
    };
  }

  private String why(ClusterMark mark, ClusterJob job) {
    Clusters clusters = here.clusters();
    try {
      return clusters.failure(mark, job).map(RootCause::message).orElse("its job failed");
    } catch (IOException e) {
      return "its job failed; why could not be learned: " + e.getMessage();
    }
  }

  private static boolean isOpen(Workflow workflow) {
    return workflow.status() == Status.PENDING || workflow.status() == Status.PROCESSING;
  }
}
