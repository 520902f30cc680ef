package simile.jobs;

import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterMark;

/**
 * A cluster that this process submits to by Beam's options alone, and is often part of: Flink runs
 * a program that comes through its REST interface inside the JobManager, where nobody may wait for
 * the job. So it is left to itself.
 */
final class SubmittedEngine implements Engine {
  private final PipelineOptions options;
  private final ClusterAddress address;
  private final ClusterWorkplace workplace;

  /**
   * @param address where the cluster is asked for the job
   */
  SubmittedEngine(PipelineOptions options, ClusterAddress address) {
    this.options = options;
    this.address = address;
    this.workplace = new ClusterWorkplace(address);
  }

  @Override
  public String name(long inputBytes) {
    return "flink";
  }

  @Override
  public String why(long inputBytes) {
    return "the cluster at " + address;
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    options.setJobName(jobName); // by which the cluster is asked for it
    options.as(LaunchOptions.class).setLaunch(this::submit);
    return options;
  }

  private void submit(Pipeline pipeline) throws IOException {
    PipelineRuns.submit(pipeline);
    ClusterMark mark = new ClusterMark(address, options.getJobName(), Optional.empty());
    throw new LeftRunningException(
        "run %s is a job on %s, and goes on by itself".formatted(mark.runId(), address),
        mark,
        true);
  }

  @Override
  public Workplace workplace() {
    return workplace;
  }

  @Override
  public boolean isDetached() {
    return true;
  }
}
