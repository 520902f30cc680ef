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
import simile.jobs.RunnerKind;

/** What runs a pipeline: {@code --runner}, {@code --parallelism}, and what goes to Beam. */
public final class EngineOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      description = "direct or flink; default: what serves best at the input's size.")
  private Optional<RunnerKind> runner = Optional.empty();

  @Option(names = "--parallelism", paramLabel = "N", description = "How many splits at a time.")
  private Optional<Integer> parallelism = Optional.empty();

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
    return new EngineChoice(runner, splitsAtATime, forBeam);
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
