package simile.jobs.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkClusters;
import simile.cluster.JobSeen;
import simile.jobs.Workplace;

/** Runs on a cluster: what their workflows say of it, and how they are ended there. */
final class ClusterWorkplace implements Workplace {
  private static final String TASKS = "flink_tasks";

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
    SortedMap<String, String> facts = new TreeMap<>();
    if (clusters.see(mark) instanceof JobSeen.Found found) {
      ClusterJob job = found.job();
      facts.putAll(mark.withJob(job.id()).metadata());
      facts.put(TASKS, job.tasksDone() + " of " + job.tasks() + " done");
    }
    return facts;
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
