package simile.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import simile.cli.change.CompactCommand;
import simile.cli.change.DeleteCommand;
import simile.cli.change.UndeleteCommand;
import simile.cli.console.Console;
import simile.cli.doctor.Doctor;
import simile.cli.transfer.ExportCommand;
import simile.cli.trust.MigrateCommand;
import simile.cli.trust.RepairCommand;
import simile.cli.trust.StatsCommand;
import simile.cli.trust.VerifyCommand;
import simile.cli.version.BackupCommand;
import simile.cli.version.DiffCommand;
import simile.cli.version.RestoreCommand;
import simile.cli.version.RollbackCommand;
import simile.cli.version.TagCommand;
import simile.cli.version.VacuumCommand;
import simile.cli.workflow.WorkflowsCommand;

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
    Clock clock = Clock.systemUTC();
    CommandLine root = new CommandLine(new RootCommand());
    root.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, new CommandGroups());
    return root.addSubcommand(
            new IngestCommand(
                console, new EmbeddedIngest(console, clock, System.in), new EmbeddedWatch(clock)))
        .addSubcommand(new ImportCommand(console, clock, System.in))
        .addSubcommand(new QueryCommand(console))
        .addSubcommand(new DeleteCommand(console, clock, System.in))
        .addSubcommand(new UndeleteCommand(console, clock, System.in))
        .addSubcommand(new HistoryCommand(console))
        .addSubcommand(new DiffCommand(console))
        .addSubcommand(new InspectCommand(console))
        .addSubcommand(new ValidateCommand(console, System.in))
        .addSubcommand(new ExportCommand(console, clock))
        .addSubcommand(new CompactCommand(console, clock))
        .addSubcommand(new VerifyCommand(console, clock))
        .addSubcommand(new RepairCommand(console, clock))
        .addSubcommand(new MigrateCommand(console))
        .addSubcommand(new StatsCommand(console))
        .addSubcommand(ContextsCommand.of(console))
        .addSubcommand(WorkflowsCommand.of(console, clock, new Cli(console)::run))
        .addSubcommand(new TagCommand(console, clock))
        .addSubcommand(new RollbackCommand(console, clock))
        .addSubcommand(new VacuumCommand(console, clock))
        .addSubcommand(new BackupCommand(console, clock))
        .addSubcommand(new RestoreCommand(console, clock))
        .addSubcommand(new DemoCommand(console, new Cli(console)::run))
        .addSubcommand(new DoctorCommand(console, doctor))
        .addSubcommand(new CompletionCommand(console))
        .addSubcommand(new CommandLine.HelpCommand());
  }
}
