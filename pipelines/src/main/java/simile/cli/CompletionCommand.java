package simile.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.option.Version;

/** {@code simile completion}: the script that makes a shell complete our commands. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Print a completion script for bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = {"  source <(simile completion)"})
final class CompletionCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    console.line(AutoComplete.bash("simile", spec.root().commandLine()).stripTrailing());
    return 0;
  }
}
