package simile.cli.workflow;

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
    description = "List the runs on a store, show one, cancel it, or run it again.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile workflows list --store /tmp/store --status failed --status dead",
      "  simile workflows watch RUN-ID --store /tmp/store",
      "  simile workflows retry RUN-ID --store /tmp/store"
    })
public final class WorkflowsCommand implements Runnable {

  @Spec private CommandSpec spec;

  private WorkflowsCommand() {}

  /**
   * The command with its subcommands.
   *
   * @param shell runs a recorded command line again
   */
  public static CommandLine of(Console console, Shell shell) {
    return new CommandLine(new WorkflowsCommand())
        .addSubcommand(new WorkflowsListCommand(console))
        .addSubcommand(new WorkflowsShowCommand(console))
        .addSubcommand(new WorkflowsWatchCommand(console, Thread::sleep))
        .addSubcommand(new WorkflowsCancelCommand(console))
        .addSubcommand(new WorkflowsRetryCommand(console, shell))
        .addSubcommand(new WorkflowsReplayCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected list, show, watch, cancel, retry or replay");
  }
}
