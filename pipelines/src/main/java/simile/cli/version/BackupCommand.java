package simile.cli.version;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.backup.CopyResult;
import simile.cli.console.Console;
import simile.cli.option.AsOfOption;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.backup.BackupJob;

/** {@code simile backup}: one version, as a store of its own. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Copy a version to an empty place, which becomes a store.",
      "It has that version and its history. Every file is checked against its hash. Run again what was interrupted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile backup --store /tmp/store --to /mnt/backup/2026-01-31",
      "  simile backup --store /tmp/store --to /mnt/backup/v1 --as-of v1.0"
    })
public final class BackupCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Mixin private StoreOption store;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "An empty or new folder, or a URI; or what is left of this backup.")
  private String to;

  @Mixin private AsOfOption asOf;
  @Mixin private RunOptions run;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private FormatOption format;

  public BackupCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    BackupJob job = new BackupJob(store.get(), to, asOf.get(), run.runId(), run.token(), clock);
    CopyResult result;
    try (CopyProgress progress = new CopyProgress(console, quiet)) {
      result = job.run(progress);
    }
    return new CopyPrinter(console, format.get()).print(to, result);
  }
}
