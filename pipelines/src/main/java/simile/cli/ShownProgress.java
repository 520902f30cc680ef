package simile.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import simile.cli.console.Console;
import simile.cli.console.Counted;
import simile.cli.console.Progress;
import simile.cli.console.ProgressWatcher;
import simile.jobs.ProgressListener;
import simile.report.Figures;

/** Shows how far a run is, unless nobody wants to know. */
record ShownProgress(Console console, boolean quiet) implements ProgressListener {

  @Override
  public Closeable begin(Path file, long totalBytes, String runner) throws IOException {
    if (!quiet) {
      String size = totalBytes < 0 ? "" : "; " + Figures.bytes(totalBytes) + " of input";
      console.say("simile: running on " + runner + size);
    }
    return new ProgressWatcher(file, Progress.of(console, quiet, totalBytes, Counted.ROWS));
  }
}
