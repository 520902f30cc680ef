package simile.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.jobs.EmbeddedEngine;
import simile.jobs.Engine;
import simile.jobs.RunnerKind;

/**
 * What shall run a pipeline.
 *
 * @param kind empty for the best
 * @param parallelism splits at a time; empty for the number of processors
 * @param beamOptions what came after {@code --}
 */
public record EngineChoice(
    Optional<RunnerKind> kind, OptionalInt parallelism, List<String> beamOptions) {

  public EngineChoice {
    beamOptions = List.copyOf(beamOptions);
  }

  public Engine engine() {
    return new EmbeddedEngine(kind, parallelism, beamOptions);
  }
}
