package simile.cli.option;

import java.util.Optional;
import picocli.CommandLine.Option;
import simile.jobs.RunName;

/** Which run it is: {@code --run-id} and {@code --token}. */
public final class RunOptions {

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The run's id; a run that is repeated under its id commits once.")
  private Optional<String> runId = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Commits with the same token commit once.")
  private Optional<String> token = Optional.empty();

  public RunName name() {
    return new RunName(runId, token);
  }

  public Optional<String> runId() {
    return runId;
  }

  public Optional<String> token() {
    return token;
  }
}
