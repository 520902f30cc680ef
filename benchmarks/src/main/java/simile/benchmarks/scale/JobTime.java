package simile.benchmarks.scale;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkRest;

/** How long a run's job took, as its cluster says. */
final class JobTime {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long NAP_MILLIS = 200;

  private JobTime() {}

  /**
   * From start to end; of all, if there were several. The cluster may tell seconds late.
   *
   * @throws IOException if there is none, or if it does not end
   */
  static double seconds(String master, String runId) throws IOException, InterruptedException {
    FlinkRest rest = new FlinkRest(ClusterAddress.of(master));
    String name = ClusterMark.jobName(runId);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<ClusterJob> jobs = rest.jobs().stream().filter(j -> j.name().equals(name)).toList();
      if (!jobs.isEmpty() && jobs.stream().allMatch(job -> job.ended().isPresent())) {
        return jobs.stream().mapToLong(JobTime::millis).sum() / 1e3;
      }
      Thread.sleep(NAP_MILLIS);
    }
    throw new IOException("the cluster at " + master + " has no ended job " + name);
  }

  private static long millis(ClusterJob job) {
    return Duration.between(job.started(), job.ended().orElseThrow()).toMillis();
  }
}
