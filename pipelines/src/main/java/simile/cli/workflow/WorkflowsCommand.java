package simile.cli.workflow;

import java.time.Clock;
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
   * @param clock of the runs, and of who looks at them
   * @param shell runs a recorded command line again
   */
  public static CommandLine of(Console console, Clock clock, Shell shell) {
    return new CommandLine(new WorkflowsCommand())
        .addSubcommand(new WorkflowsListCommand(console, clock))
        .addSubcommand(new WorkflowsShowCommand(console, clock))
        .addSubcommand(new WorkflowsWatchCommand(console, clock, Thread::sleep))
        .addSubcommand(new WorkflowsCancelCommand(console, clock))
        .addSubcommand(new WorkflowsRetryCommand(console, clock, shell))
        .addSubcommand(new WorkflowsReplayCommand(console, clock));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected list, show, watch, cancel, retry or replay");
  }
}
