package simile.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import simile.cli.console.Console;
import simile.cli.doctor.Doctor;

/** Which commands there are. A command is here only if it works. */
final class Commands {

  private Commands() {}

  private static Optional<Path> home() {
    return Optional.ofNullable(System.getProperty("simile.home")).map(Path::of);
  }

  static CommandLine of(Console console) {
    CommandLine root = new CommandLine(new RootCommand());
    root.addSubcommand(new DoctorCommand(console, Doctor.standard(home())));
    root.addSubcommand(new CompletionCommand(console));
    root.addSubcommand(new CommandLine.HelpCommand());
    return Cli.configured(root, console);
  }
}
