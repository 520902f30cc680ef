package simile.jobs.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.cluster.ClusterException;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkRest;
import simile.cluster.RootCause;
import simile.jobs.ClusterWorkplace;
import simile.jobs.Launch;
import simile.jobs.LeftRunningException;
import simile.jobs.PipelineRuns;
import simile.log.CommitConflictException;

/** Submits a pipeline, and follows its job until it is over, unless it is to be left alone. */
final class ClusterLaunch implements Launch {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterLaunch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** For so long a cluster may not answer, or not know its job, while a JobManager restarts. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FlinkRest cluster;
  private final ClusterWorkplace workplace;
  private final boolean detached;

  ClusterLaunch(FlinkRest cluster, ClusterWorkplace workplace, boolean detached) {
    this.cluster = cluster;
    this.workplace = workplace;
    this.detached = detached;
  }

  @Override
  public void toEnd(Pipeline pipeline) throws IOException {
    String name = pipeline.getOptions().getJobName();
    PipelineRuns.submit(pipeline);
    ClusterMark mark = new ClusterMark(cluster.address(), name, Optional.empty());
    ClusterJob job = newest(name).orElseThrow(() -> forgotten(mark));
    ClusterMark known = mark.withJob(job.id());
    workplace.submitted(known);
    if (detached) {
      throw new LeftRunningException(
          "run %s is job %s on %s, and goes on by itself"
              .formatted(known.runId(), job.id(), cluster.address()),
          known,
          true);
    }
    follow(known);
  }

  private void follow(ClusterMark mark) throws IOException {
    String id = mark.jobId().orElseThrow();
    long seen = System.nanoTime();
    while (true) {
      try {
        Optional<ClusterJob> job =
            cluster.jobs().stream().filter(j -> j.id().equals(id)).findFirst();
        if (job.isPresent()) {
          seen = System.nanoTime();
        }
        if (job.filter(j -> j.state().isOver()).isPresent()) {
          requireWell(job.get());
          return;
        }
        if (job.isEmpty() && Duration.ofNanos(System.nanoTime() - seen).compareTo(PATIENCE) > 0) {
          throw forgotten(mark);
        }
      } catch (ClusterException e) {
        LOG.warn("The cluster could not be asked: {}", e.getMessage());
        if (Duration.ofNanos(System.nanoTime() - seen).compareTo(PATIENCE) > 0) {
          throw lost(mark, e);
        }
      }
      pause();
    }
  }

  private void requireWell(ClusterJob job) throws IOException {
    switch (job.state()) {
      case FINISHED, AT_WORK -> {}
      case CANCELED -> throw new IOException("job " + job.id() + " was cancelled on the cluster");
      case FAILED -> throw failure(job);
    }
  }

  /** In the words of what failed, and as its type where that decides the exit code. */
  private IOException failure(ClusterJob job) throws IOException {
    Optional<RootCause> cause = cluster.failure(job.id());
    String message =
        cause.map(RootCause::message).orElse("job " + job.id() + " failed on the cluster");
    boolean conflict = cause.filter(c -> c.type().equals("CommitConflictException")).isPresent();
    return conflict ? new CommitConflictException(message) : new IOException(message);
  }

  private Optional<ClusterJob> newest(String name) throws IOException {
    return cluster.jobs().stream()
        .filter(job -> job.name().equals(name))
        .max(Comparator.comparing(ClusterJob::started));
  }

  private static IOException forgotten(ClusterMark mark) {
    return new IOException(
        "the cluster at %s knows no job of run %s any more; has its JobManager restarted? Run it again with --run-id %s"
            .formatted(mark.address(), mark.runId(), mark.runId()));
  }

  private static LeftRunningException lost(ClusterMark mark, IOException e) {
    LeftRunningException lost =
        new LeftRunningException(
            "%s; run %s may go on there and commit by itself: look with 'simile workflows watch %s'"
                .formatted(e.getMessage(), mark.runId(), mark.runId()),
            mark,
            false);
    lost.initCause(e);
    return lost;
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it watched; the run goes on");
    }
  }
}
