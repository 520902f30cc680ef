package simile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.option.Version;

/** {@code simile contexts}: the named parts of a store. */
@Command(
    name = "contexts",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the contexts of a store, or show one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile contexts list --store /tmp/store",
      "  simile contexts show default --store /tmp/store"
    })
final class ContextsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine of(Console console) {
    return new CommandLine(new ContextsCommand())
        .addSubcommand(new ContextsListCommand(console))
        .addSubcommand(new ContextsShowCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected 'list' or 'show'");
  }
}
