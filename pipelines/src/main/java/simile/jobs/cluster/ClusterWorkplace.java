package simile.jobs.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkClusters;
import simile.cluster.JobSeen;
import simile.jobs.Workplace;

/** Runs on a cluster: what their workflows say of it, and how they are ended there. */
final class ClusterWorkplace implements Workplace {
  private final ClusterAddress address;
  private final FlinkClusters clusters = new FlinkClusters();

  ClusterWorkplace(ClusterAddress address) {
    this.address = address;
  }

  @Override
  public SortedMap<String, String> announced() {
    return new TreeMap<>(Map.of(ClusterMark.MASTER, address.toString()));
  }

  @Override
  public SortedMap<String, String> facts(String runId) {
    ClusterMark mark = ClusterMark.submitting(address, runId);
    return clusters.see(mark) instanceof JobSeen.Found found
        ? mark.withJob(found.job().id()).metadata()
        : new TreeMap<>();
  }

  @Override
  public void stop(String runId) throws IOException {
    boolean unused = clusters.cancel(ClusterMark.submitting(address, runId));
  }

  @Override
  public boolean outlivesThisProcess() {
    return true;
  }
}
