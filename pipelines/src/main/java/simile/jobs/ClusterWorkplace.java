package simile.jobs;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkClusters;

/** Runs on a cluster: what their workflows say of it, and how they are ended there. */
public final class ClusterWorkplace implements Workplace {
  private final ClusterAddress address;
  private final FlinkClusters clusters = new FlinkClusters();
  private final Map<String, ClusterMark> jobs = new ConcurrentHashMap<>();

  public ClusterWorkplace(ClusterAddress address) {
    this.address = address;
  }

  /** The job of a run is known. */
  public void submitted(ClusterMark job) {
    jobs.put(job.runId(), job);
  }

  private ClusterMark mark(String runId) {
    return jobs.getOrDefault(runId, ClusterMark.submitting(address, runId));
  }

  @Override
  public SortedMap<String, String> announced() {
    return new TreeMap<>(Map.of(ClusterMark.MASTER, address.toString()));
  }

  @Override
  public SortedMap<String, String> facts(String runId) {
    return mark(runId).metadata();
  }

  @Override
  public void stop(String runId) throws IOException {
    boolean unused = clusters.cancel(mark(runId));
  }

  @Override
  public boolean outlivesThisProcess() {
    return true;
  }
}
