package simile.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The job that does a run's work on a cluster, as the run's metadata has it. The cluster is known
 * before the job is submitted, its id only afterwards; until then its name tells which it is.
 *
 * @param address the cluster
 * @param name the job's, which the run's id decides
 * @param jobId the job's id, once it is known
 */
public record ClusterMark(ClusterAddress address, String name, Optional<String> jobId) {
  /** In the metadata of a workflow: the cluster, as {@code HOST:PORT}. */
  public static final String MASTER = "flink_master";

  /** In the metadata of a workflow: the job's id there. */
  public static final String JOB = "flink_job";

  private static final String PREFIX = "simile-";

  /** What the job of a run is called. */
  public static String jobName(String runId) {
    return PREFIX + runId;
  }

  /** The job of a run that is about to be submitted. */
  public static ClusterMark submitting(ClusterAddress address, String runId) {
    return new ClusterMark(address, jobName(runId), Optional.empty());
  }

  /** What a run's metadata says; empty if it runs on no cluster. */
  public static Optional<ClusterMark> of(String runId, Map<String, String> metadata) {
    String master = metadata.getOrDefault(MASTER, "");
    String job = metadata.getOrDefault(JOB, "");
    try {
      return master.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ClusterMark(
                  ClusterAddress.of(master),
                  jobName(runId),
                  Optional.of(job).filter(id -> id.matches("[0-9a-f]{32}"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // then it is judged as one that runs nowhere else
    }
  }

  /** The run's id. */
  public String runId() {
    return name.substring(PREFIX.length());
  }

  public ClusterMark withJob(String id) {
    return new ClusterMark(address, name, Optional.of(id));
  }

  /** As a run's metadata. */
  public SortedMap<String, String> metadata() {
    SortedMap<String, String> facts = new TreeMap<>(Map.of(MASTER, address.toString()));
    jobId.ifPresent(id -> facts.put(JOB, id));
    return facts;
  }

  /** Whether it is this one. */
  boolean means(ClusterJob job) {
    return jobId.map(id -> id.equals(job.id())).orElseGet(() -> name.equals(job.name()));
  }
}
