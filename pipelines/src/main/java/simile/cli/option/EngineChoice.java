package simile.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.jobs.BeamOptions;
import simile.jobs.EmbeddedEngine;
import simile.jobs.Engine;
import simile.jobs.RunnerKind;
import simile.jobs.cluster.ClusterChoice;
import simile.jobs.cluster.ClusterEngine;

/**
 * What shall run a pipeline.
 *
 * @param kind empty for the best
 * @param parallelism splits at a time; empty for the number of processors, or of the cluster's
 *     slots
 * @param beamOptions what came after {@code --}
 * @param cluster where; empty for this process
 */
public record EngineChoice(
    Optional<RunnerKind> kind,
    OptionalInt parallelism,
    List<String> beamOptions,
    Optional<ClusterChoice> cluster) {

  public EngineChoice {
    beamOptions = List.copyOf(beamOptions);
  }

  /** In this process. */
  public EngineChoice(
      Optional<RunnerKind> kind, OptionalInt parallelism, List<String> beamOptions) {
    this(kind, parallelism, beamOptions, Optional.empty());
  }

  /**
   * The engine, ready to be used.
   *
   * @throws simile.jobs.RefusedException if the cluster cannot run our jobs
   * @throws IOException if it does not answer
   */
  public Engine engine() throws IOException {
    return cluster.isPresent() ? onCluster(cluster.get()) : embedded();
  }

  /** As {@link #engine()}, for what runs until it is ended. */
  public Engine engineForStreams() throws IOException {
    return cluster.isPresent() ? onCluster(cluster.get()) : embedded().forStreams();
  }

  private Engine onCluster(ClusterChoice where) throws IOException {
    return ClusterEngine.connect(where, new BeamOptions(parallelism, beamOptions));
  }

  private EmbeddedEngine embedded() {
    return new EmbeddedEngine(kind, parallelism, beamOptions);
  }
}
