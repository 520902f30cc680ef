package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import picocli.CommandLine;
import simile.cli.console.Console;
import simile.cli.console.Terminal;

/** Runs one command line and keeps what it said. */
record Session(int exit, String out, String err) {

  /** The command line as it is shipped. */
  static Session of(String... args) {
    return run(Commands::of, args);
  }

  /** One command below {@code simile}. */
  static Session with(Function<Console, Object> command, String... args) {
    return run(
        console -> new CommandLine(new RootCommand()).addSubcommand(command.apply(console)), args);
  }

  static Session run(Function<Console, CommandLine> commands, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.of(out, err, Terminal.NONE);
    int exit = new Cli(console, commands).run(args);
    return new Session(exit, out.toString(UTF_8), err.toString(UTF_8));
  }
}
