package simile.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import simile.cluster.ClusterMark;
import simile.cluster.JobSeen;

/**
 * Whether a run is at work. Clocks and process lists can be wrong, so this decides only what people
 * are shown and whom to ask for its death; whether a run can still commit only the log says, once
 * the run is fenced.
 *
 * @param state whether it is
 * @param since when it ended or was last heard of
 */
public record Liveness(State state, Instant since) {

  /** How often a run says that it lives. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** A run that was silent for so long is shown as dead. */
  public static final Duration SILENT = Duration.ofSeconds(60);

  /** A run that was silent for so long may be fenced by others without asking. */
  public static final Duration LONG_SILENT = Duration.ofMinutes(10);

  /** What can be said of a run. */
  public enum State {
    /** It completed, failed or was cancelled. */
    ENDED,
    /** It is at work as far as one can know. */
    ALIVE,
    /** It did not end, and was silent for a minute: shown as dead, but it may come back. */
    SILENT,
    /** Its process is gone from this host, or it was silent for ten minutes. */
    DEAD
  }

  /**
   * Judges a run.
   *
   * @param workflow the run, as {@link Workflows#reconciled} has it
   * @param here the host whose processes can be seen
   */
  public static Liveness of(Workflow workflow, Instant now, Host here) {
    Instant heard = lastHeardOf(workflow);
    if (workflow.status() != Status.PENDING && workflow.status() != Status.PROCESSING) {
      return new Liveness(State.ENDED, workflow.finishedAt().orElse(heard));
    }
    return new Liveness(state(workflow, Duration.between(heard, now), here), heard);
  }

  /** Whether it is to be shown as dead: it did not end, and will not as far as one can know. */
  public boolean isDead() {
    return state == State.SILENT || isSurelyDead();
  }

  /** Whether it may be fenced and its files deleted without asking. */
  public boolean isSurelyDead() {
    return state == State.DEAD;
  }

  /** A run whose job is at work on a cluster lives, whatever became of who submitted it. */
  private static State state(Workflow workflow, Duration silence, Host here) {
    Optional<JobSeen> job =
        ClusterMark.of(workflow.runId(), workflow.metadata()).map(here.clusters()::see);
    if (job.filter(seen -> seen instanceof JobSeen.Unreachable).isPresent()) {
      return silence.compareTo(SILENT) > 0 ? State.SILENT : State.ALIVE; // it may be at work
    }
    boolean atWork =
        job.filter(seen -> seen instanceof JobSeen.Found found && !found.job().state().isOver())
            .isPresent();
    return atWork ? State.ALIVE : here(workflow, silence, here);
  }

  private static State here(Workflow workflow, Duration silence, Host here) {
    boolean silent = silence.compareTo(SILENT) > 0;
    Optional<ProcessMark> process = ProcessMark.of(workflow.metadata());
    boolean gone = process.filter(p -> p.isGone(here)).isPresent();
    boolean replaced = silent && process.filter(p -> p.isReplaced(here)).isPresent();
    if (gone || replaced || silence.compareTo(LONG_SILENT) > 0) {
      return State.DEAD;
    }
    return silent ? State.SILENT : State.ALIVE;
  }

  private static Instant lastHeardOf(Workflow workflow) {
    return workflow.heartbeatAt().or(workflow::startedAt).orElse(workflow.createdAt());
  }
}
