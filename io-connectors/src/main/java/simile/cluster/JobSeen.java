package simile.cluster;

/** What could be learned of a run's job. */
public sealed interface JobSeen {

  /** The cluster knows it. */
  record Found(ClusterJob job) implements JobSeen {}

  /** The cluster answers, and knows no such job: not yet, or no more. */
  record Missing() implements JobSeen {}

  /** The cluster does not answer. */
  record Unreachable(String why) implements JobSeen {}
}
