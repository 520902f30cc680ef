package simile.cli.option;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import simile.jobs.BeamOptions;
import simile.jobs.EmbeddedEngine;
import simile.jobs.Engine;
import simile.jobs.ObservedEngine;
import simile.jobs.RefusedException;
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
 * @param lineage where lineage events go; if empty, where the environment says
 */
public record EngineChoice(
    Optional<RunnerKind> kind,
    OptionalInt parallelism,
    List<String> beamOptions,
    Optional<ClusterChoice> cluster,
    Optional<String> lineage) {

  public EngineChoice {
    beamOptions = List.copyOf(beamOptions);
  }

  /** In this process. */
  public EngineChoice(
      Optional<RunnerKind> kind, OptionalInt parallelism, List<String> beamOptions) {
    this(kind, parallelism, beamOptions, Optional.empty(), Optional.empty());
  }

  /**
   * The engine, ready to be used.
   *
   * @param say is told what a person should know
   * @throws simile.jobs.RefusedException if the cluster cannot run our jobs, or lineage events
   *     cannot go where they are to
   * @throws IOException if it does not answer
   */
  public Engine engine(Consumer<String> say) throws IOException {
    Engine engine = cluster.isPresent() ? onCluster(cluster.get()) : embedded();
    return ObservedEngine.of(engine, lineage, System.getenv(), say);
  }

  /** As {@link #engine}, for what runs until it is ended; nobody is told of it. */
  public Engine engineForStreams() throws IOException {
    if (lineage.isPresent()) {
      throw new RefusedException(
          "--lineage with --watch: a run that does not end has no event that says what it did");
    }
    return cluster.isPresent() ? onCluster(cluster.get()) : embedded().forStreams();
  }

  private Engine onCluster(ClusterChoice where) throws IOException {
    return ClusterEngine.connect(where, new BeamOptions(parallelism, beamOptions));
  }

  private EmbeddedEngine embedded() {
    return new EmbeddedEngine(kind, parallelism, beamOptions);
  }
}
