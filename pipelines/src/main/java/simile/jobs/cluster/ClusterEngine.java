package simile.jobs.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.cluster.FlinkRest;
import simile.cluster.Slots;
import simile.jobs.BeamOptions;
import simile.jobs.ClusterWorkplace;
import simile.jobs.Engine;
import simile.jobs.LaunchOptions;
import simile.jobs.Workplace;

/** A Flink session cluster, which was asked whether it can run what it is to be sent. */
public final class ClusterEngine implements Engine {
  private final FlinkRest cluster;
  private final ClusterWorkplace workplace;
  private final boolean detached;
  private final Slots slots;
  private final BeamOptions given;
  private final Path jobJar;

  private ClusterEngine(
      FlinkRest cluster, boolean detached, Slots slots, BeamOptions given, Path jobJar) {
    this.cluster = cluster;
    this.workplace = new ClusterWorkplace(cluster.address());
    this.detached = detached;
    this.slots = slots;
    this.given = given;
    this.jobJar = jobJar;
  }

  /**
   * Asks the cluster; sends nothing yet.
   *
   * @param given splits at a time are the cluster's slots, unless it says
   * @throws simile.jobs.RefusedException if the cluster speaks another Flink
   * @throws IOException if it does not answer, or there is no job jar
   */
  public static ClusterEngine connect(ClusterChoice choice, BeamOptions given) throws IOException {
    FlinkRest cluster = new FlinkRest(choice.address());
    FlinkVersion.ofClassPath().requireSpeaks(cluster.version(), choice.address());
    return new ClusterEngine(cluster, choice.detached(), cluster.slots(), given, JobJar.find());
  }

  @Override
  public String name(long inputBytes) {
    return "flink";
  }

  @Override
  public String why(long inputBytes) {
    String place = "the cluster at " + cluster.address();
    return given.parallelism().orElse(slots.total()) <= slots.free()
        ? place
        : "%s, where %d of %d slots are free: a job that needs more waits for them"
            .formatted(place, slots.free(), slots.total());
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    return options(inputBytes, jobName, Integer.MAX_VALUE);
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName, int elements) {
    List<String> own =
        List.of(
            "--jobName=" + jobName,
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.address(),
            "--attachedMode=false", // the client only looks on
            "--parallelism=" + given.splitsAtATime(slots.total(), elements),
            "--objectReuse=true",
            "--fasterCopy=true",
            "--filesToStage=" + jobJar);
    PipelineOptions options = given.over(own);
    options.as(LaunchOptions.class).setLaunch(new ClusterLaunch(cluster, workplace, detached));
    return options;
  }

  @Override
  public Optional<List<String>> again() {
    List<String> words = new ArrayList<>(List.of("--flink-master", cluster.address().toString()));
    words.addAll(given.words());
    return Optional.of(words);
  }

  @Override
  public Workplace workplace() {
    return workplace;
  }

  @Override
  public boolean isDetached() {
    return detached;
  }
}
