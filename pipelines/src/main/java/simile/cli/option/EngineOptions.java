package simile.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cluster.ClusterAddress;
import simile.jobs.RunnerKind;
import simile.jobs.cluster.ClusterChoice;

/**
 * What runs a pipeline: {@code --runner}, {@code --flink-master}, {@code --parallelism}, and what
 * goes to Beam.
 */
public final class EngineOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      description = "direct or flink; default: what serves best at the input's size.")
  private Optional<RunnerKind> runner = Optional.empty();

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:SIMILE_FLINK_MASTER}",
      description =
          "Run on the Flink cluster whose REST interface is there. Default: SIMILE_FLINK_MASTER.")
  private Optional<String> flinkMaster = Optional.empty();

  @Option(names = "--parallelism", paramLabel = "N", description = "How many splits at a time.")
  private Optional<Integer> parallelism = Optional.empty();

  @Option(
      names = "--lineage",
      paramLabel = "FILE|URL",
      description =
          "Tell in OpenLineage events what the run reads and writes. Default: OPENLINEAGE_URL.")
  private Optional<String> lineage = Optional.empty();

  @Parameters(
      paramLabel = "-- BEAM-OPTION",
      arity = "0..*",
      description = "What comes after -- goes to Beam.")
  private List<String> beamOptions = new ArrayList<>();

  /** What was asked for. @throws ParameterException if it makes no sense */
  public EngineChoice choice() {
    List<String> forBeam = forBeam();
    for (String option : forBeam) {
      if (!option.startsWith("--")) {
        throw misused("unexpected argument '" + option + "'" + hint(option));
      }
    }
    if (parallelism.filter(n -> n < 1).isPresent()) {
      throw misused("--parallelism is below 1; expected 1 or more");
    }
    OptionalInt splitsAtATime =
        parallelism.isPresent() ? OptionalInt.of(parallelism.get()) : OptionalInt.empty();
    return new EngineChoice(runner, splitsAtATime, forBeam, cluster(), lineage);
  }

  /** A runner that is asked for wins over the environment, which means no command in particular. */
  private Optional<ClusterChoice> cluster() {
    Optional<String> given = flinkMaster.filter(text -> !text.isEmpty());
    if (runner.filter(kind -> kind == RunnerKind.DIRECT).isPresent()) {
      if (spec.commandLine().getParseResult().hasMatchedOption("--flink-master")) {
        throw misused("--flink-master goes with --runner flink; expected one of them");
      }
      return Optional.empty();
    }
    try {
      return given.map(ClusterAddress::of).map(address -> new ClusterChoice(address, false));
    } catch (IllegalArgumentException e) {
      throw misused("--flink-master: " + e.getMessage());
    }
  }

  /** Without what the command's own parameters take, a run's id say: picocli gives it to both. */
  private List<String> forBeam() {
    long own = spec.positionalParameters().stream().filter(p -> !p.isMultiValue()).count();
    return beamOptions.subList((int) Math.min(own, beamOptions.size()), beamOptions.size());
  }

  private String hint(String option) {
    return spec.findOption("--input") == null ? "" : "; expected --input " + option;
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
