package simile.cli.version;

import java.io.Closeable;
import java.util.Optional;
import simile.backup.CopyListener;
import simile.cli.console.Console;
import simile.cli.console.Counted;
import simile.cli.console.Progress;

/** Shows how far a copy is, a few times a second however small the files are. */
final class CopyProgress implements CopyListener, Closeable {
  private static final long EVERY_NANOS = 200_000_000;

  private final Console console;
  private final boolean quiet;
  private Optional<Progress> shown = Optional.empty();
  private long shownAt;

  CopyProgress(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  @Override
  public void at(Stage soFar) {
    if (shown.isEmpty()) {
      shown = Optional.of(Progress.of(console, quiet, soFar.allBytes(), Counted.FILES));
      shownAt = System.nanoTime() - EVERY_NANOS;
    }
    if (System.nanoTime() - shownAt >= EVERY_NANOS) {
      shownAt = System.nanoTime();
      shown.get().at(soFar.bytes(), soFar.files(), "");
    }
  }

  @Override
  public void close() {
    shown.ifPresent(Progress::close);
  }
}
