package simile.cli;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import simile.cli.option.Version;
import simile.jobs.ExitCode;

/** {@code simile} without a command. */
@Command(
    name = "simile",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "A versioned, contract-checked store for analogies.",
    description = "",
    commandListHeading = "",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:anything that no other code names",
      "2:wrong usage",
      "3:the input broke its contract more often than allowed",
      "4:nothing to do",
      "5:a conflict with another writer, or cancelled",
      "6:the environment: Java, disk, permissions, network, a store of a newer format",
      "7:verify: sound, but files lie about that nothing needs",
      "8:the store is damaged; see: simile verify"
    },
    footerHeading = "%nExample:%n",
    footer = {"  simile demo", "  simile COMMAND --help"})
final class RootCommand implements Callable<Integer> {

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

  /** Whoever asks for nothing is shown what there is; a script that forgot the command fails. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }
}
