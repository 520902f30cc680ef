package simile.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.jobs.cluster.ClusterChoice;

/** {@code --detached}, of commands whose runs need nothing of the process that submits them. */
public final class DetachOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--detached",
      description = "On a cluster: submit the run, say which it is, and do not wait for it.")
  private boolean detached;

  /** The choice, with what was asked for. @throws ParameterException if it is on no cluster */
  public EngineChoice of(EngineChoice choice) {
    if (detached && choice.cluster().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--detached needs a cluster; give --flink-master HOST:PORT");
    }
    return new EngineChoice(
        choice.kind(),
        choice.parallelism(),
        choice.beamOptions(),
        choice.cluster().map(cluster -> new ClusterChoice(cluster.address(), detached)),
        choice.lineage());
  }
}
