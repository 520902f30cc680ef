package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.console.OutputClosedException;
import simile.jobs.ExitCode;

/** Runs one command line and answers its exit code. */
public final class Cli {

  private final Console console;
  private final Function<Console, CommandLine> commands;

  public Cli(Console console) {
    this(console, Commands::of);
  }

  Cli(Console console, Function<Console, CommandLine> commands) {
    this.console = console;
    this.commands = commands;
  }

  /** Runs it; never throws, never exits the JVM. */
  public int run(String... args) {
    boolean verbose = verbose(args);
    Logger.getLogger("").setLevel(Level.SEVERE);
    try {
      int exit = configured(commands.apply(console), verbose).execute(args);
      console.out().flush();
      return exit;
    } catch (IOException | RuntimeException | Error e) {
      return failed(e, verbose).number();
    }
  }

  /** Gives a command line its manners: who prints help, errors and failures, and how. */
  private CommandLine configured(CommandLine line, boolean verbose) {
    boolean colour = console.terminal().colour();
    return Converted.by(line)
        .setOut(new PrintWriter(console.out(), false, UTF_8))
        .setErr(new PrintWriter(console.err(), true, UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(width(console))
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((problem, args) -> misused(problem, console))
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> failed(problem, verbose).number());
  }

  private static int width(Console console) {
    int columns = console.terminal().columns();
    return columns == 0 ? 100 : Math.max(60, Math.min(columns, 120));
  }

  private static int misused(ParameterException problem, Console console) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    String meant =
        problem instanceof UnmatchedArgumentException unmatched
            ? Suggestion.of(unmatched).map(name -> "; did you mean " + name + "?").orElse("")
            : "";
    console.say("simile: " + Misuse.of(problem) + meant + "; try: " + command + " --help");
    return ExitCode.USAGE.number();
  }

  private ExitCode failed(Throwable thrown, boolean verbose) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof OutputClosedException) {
        return ExitCode.DONE;
      }
    }
    boolean wrapped = thrown instanceof ExecutionException && thrown.getCause() != null;
    CliFailure failure = Failures.of(wrapped ? thrown.getCause() : thrown);
    console.say("simile: " + failure.getMessage());
    if (verbose) {
      thrown.printStackTrace(console.err());
    }
    return failure.exit();
  }

  private static boolean verbose(String... args) {
    return Arrays.stream(args)
        .takeWhile(a -> !a.equals("--"))
        .anyMatch(a -> a.equals("-v") || a.equals("--verbose"));
  }
}
