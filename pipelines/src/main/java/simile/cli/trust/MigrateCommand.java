package simile.cli.trust;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import simile.cli.console.Console;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.log.CommitLog;
import simile.log.LogVerifier;
import simile.store.Store;

/** {@code simile migrate}: brings a store to the newest version of the format. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Bring a store to the newest version of the format.",
      "There is one version so far, so a store is either of it (exit code 4), or from a newer Simile",
      "and refused (exit code 6)."
    },
    footerHeading = "%nExample:%n",
    footer = "  simile migrate --store /tmp/store")
public final class MigrateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private StoreOption store;

  public MigrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    long entries = new LogVerifier(opened.files()).requireWhole();
    console.say(
        "all %d entries of %s have format version %d, the newest that there is; nothing to do"
            .formatted(entries, store.get(), CommitLog.FORMAT_VERSION));
    return ExitCode.NOTHING.number();
  }
}
