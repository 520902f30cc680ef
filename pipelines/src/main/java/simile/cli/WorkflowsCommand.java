package simile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.option.Version;

/** {@code simile workflows}: the runs as people see them. */
@Command(
    name = "workflows",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the runs on a store, or show one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile workflows list --store /tmp/store --status failed",
      "  simile workflows show RUN-ID --store /tmp/store --format json"
    })
final class WorkflowsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(Console console) {
    return new CommandLine(new WorkflowsCommand())
        .addSubcommand(new WorkflowsListCommand(console))
        .addSubcommand(new WorkflowsShowCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected 'list' or 'show'");
  }
}
