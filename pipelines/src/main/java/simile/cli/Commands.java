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
    return with(console, Doctor.standard(home()));
  }

  static CommandLine with(Console console, Doctor doctor) {
    CommandLine root = new CommandLine(new RootCommand());
    root.addSubcommand(new DoctorCommand(console, doctor));
    root.addSubcommand(new CompletionCommand(console));
    root.addSubcommand(new CommandLine.HelpCommand());
    return root;
  }
}
