package simile.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in the words of the other messages. */
final class Misuse {

  private Misuse() {}

  static String of(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (problem instanceof MissingParameterException missing) {
      List<ArgSpec> args = missing.getMissing();
      // Of an option without its value, picocli says it well.
      if (problem.getMessage().startsWith("Missing required option") && !args.isEmpty()) {
        return missing(args);
      }
    }
    return problem.getMessage();
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    String typed = String.join(" ", problem.getUnmatched());
    if (problem.isUnknownOption()) {
      return "unknown option: " + typed;
    }
    boolean hasCommands = !problem.getCommandLine().getSubcommands().isEmpty();
    return (hasCommands ? "unknown command: " : "unexpected argument: ") + typed;
  }

  private static String missing(List<ArgSpec> args) {
    return String.join("; ", args.stream().map(Misuse::missing).toList());
  }

  private static String missing(ArgSpec arg) {
    if (arg instanceof OptionSpec option) {
      String name = option.longestName();
      String or = name.equals("--store") ? " or the environment variable SIMILE_STORE" : "";
      return "no " + name + " given; expected " + name + " " + option.paramLabel() + or;
    }
    return "no " + arg.paramLabel() + " given";
  }
}
