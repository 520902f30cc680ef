package simile.jobs;

import simile.cluster.ClusterMark;

/** A run that goes on without this process, which no longer follows it. It commits by itself. */
public final class LeftRunningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ClusterMark job;
  private final boolean asked;

  /**
   * @param job where it goes on
   * @param asked whether that is what was asked for
   */
  public LeftRunningException(String message, ClusterMark job, boolean asked) {
    super(message);
    this.job = job;
    this.asked = asked;
  }

  public ClusterMark job() {
    return job;
  }

  public boolean isAsked() {
    return asked;
  }
}
