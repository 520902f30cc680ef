package simile.cli.version;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.backup.CopyResult;
import simile.cli.console.Console;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.backup.RestoreJob;

/** {@code simile restore}: a store from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Make a store of a backup, in an empty place. The backup is only read.",
      "Every file is checked against its hash. Run again what was interrupted."
    },
    footerHeading = "%nExample:%n",
    footer = "  simile restore --from /mnt/backup/2026-01-31 --store /tmp/store")
public final class RestoreCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Option(names = "--from", required = true, paramLabel = "PLACE", description = "The backup.")
  private String from;

  @Mixin private StoreOption store;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Mixin private FormatOption format;

  public RestoreCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    CopyResult result;
    try (CopyProgress progress = new CopyProgress(console, quiet)) {
      result = new RestoreJob(from, store.get(), clock).run(progress);
    }
    return new CopyPrinter(console, format.get()).print(store.get(), result);
  }
}
