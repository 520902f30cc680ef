package simile.jobs.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.cluster.FlinkRest;
import simile.jobs.Engine;
import simile.jobs.LaunchOptions;
import simile.jobs.RefusedException;
import simile.jobs.Workplace;

/** A Flink session cluster, which was asked whether it can run what it is to be sent. */
public final class ClusterEngine implements Engine {
  private final FlinkRest cluster;
  private final ClusterWorkplace workplace;
  private final boolean detached;
  private final int slots;
  private final OptionalInt parallelism;
  private final List<String> beamOptions;
  private final Path jobJar;

  private ClusterEngine(
      FlinkRest cluster,
      boolean detached,
      int slots,
      OptionalInt parallelism,
      List<String> beamOptions,
      Path jobJar) {
    this.cluster = cluster;
    this.workplace = new ClusterWorkplace(cluster.address());
    this.detached = detached;
    this.slots = slots;
    this.parallelism = parallelism;
    this.beamOptions = List.copyOf(beamOptions);
    this.jobJar = jobJar;
  }

  /**
   * Asks the cluster; sends nothing yet.
   *
   * @param parallelism splits at a time; the cluster's slots if empty
   * @param beamOptions further options for Beam; they win over the engine's own
   * @throws RefusedException if the cluster speaks another Flink
   * @throws IOException if it does not answer, or there is no job jar
   */
  public static ClusterEngine connect(
      ClusterChoice choice, OptionalInt parallelism, List<String> beamOptions) throws IOException {
    FlinkRest cluster = new FlinkRest(choice.address());
    FlinkVersion.ofClassPath().requireSpeaks(cluster.version(), choice.address());
    return new ClusterEngine(
        cluster, choice.detached(), cluster.slots(), parallelism, beamOptions, JobJar.find());
  }

  @Override
  public String name(long inputBytes) {
    return "flink";
  }

  @Override
  public String why(long inputBytes) {
    return "the cluster at " + cluster.address();
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName) {
    return options(inputBytes, jobName, Integer.MAX_VALUE);
  }

  @Override
  public PipelineOptions options(long inputBytes, String jobName, int elements) {
    int splitsAtATime = parallelism.orElse(Math.max(1, slots));
    List<String> all = new ArrayList<>();
    all.add("--jobName=" + jobName);
    all.add("--runner=FlinkRunner");
    all.add("--flinkMaster=" + cluster.address());
    all.add("--attachedMode=false"); // the client only looks on
    all.add("--parallelism=" + Math.max(1, Math.min(splitsAtATime, elements)));
    all.add("--objectReuse=true");
    all.add("--fasterCopy=true");
    all.add("--filesToStage=" + jobJar);
    for (String option : beamOptions) {
      String name = option.replaceFirst("=.*", "=");
      all.removeIf(known -> known.startsWith(name));
      all.add(option);
    }
    try {
      PipelineOptions options =
          PipelineOptionsFactory.fromArgs(all.toArray(String[]::new)).create();
      options.as(LaunchOptions.class).setLaunch(new ClusterLaunch(cluster, workplace, detached));
      return options;
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Beam does not take these options: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<List<String>> again() {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("--flink-master", cluster.address().toString()));
    parallelism.ifPresent(n -> words.addAll(List.of("--parallelism", Integer.toString(n))));
    if (!beamOptions.isEmpty()) {
      words.add("--");
      words.addAll(beamOptions);
    }
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
