package simile.cli.option;

import java.util.Optional;
import picocli.CommandLine.Option;

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

  public Optional<String> runId() {
    return runId;
  }

  public Optional<String> token() {
    return token;
  }
}
