package simile.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import simile.cli.option.Version;

/** {@code simile} without a command. */
@Command(
    name = "simile",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "A versioned, contract-checked store for analogies.",
    description = "",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:anything that no other code names",
      "2:wrong usage",
      "3:the input broke its contract more often than allowed",
      "4:nothing to do",
      "5:a conflict with another writer, or a lock",
      "6:the environment: Java, disk, permissions, network"
    },
    footerHeading = "%nExample:%n",
    footer = {"  simile demo", "  simile COMMAND --help"})
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Libraries speak only when asked: what a command has to say, it says itself. */
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show more: log messages, and the stack trace of a failure.")
  void verbose(boolean verbose) {
    if (verbose) {
      Logger.getLogger("").setLevel(Level.INFO);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
