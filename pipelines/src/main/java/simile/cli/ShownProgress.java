package simile.cli;

import java.io.Closeable;
import simile.cli.console.Console;
import simile.cli.console.Counted;
import simile.cli.console.Progress;
import simile.cli.console.ProgressWatcher;
import simile.jobs.ProgressListener;
import simile.jobs.ProgressSource;
import simile.report.Figures;

/** Shows how far a run is, unless nobody wants to know. */
record ShownProgress(Console console, boolean quiet) implements ProgressListener {

  @Override
  public Closeable begin(ProgressSource notes, long totalBytes, String runner) {
    if (quiet) {
      return () -> {};
    }
    String size = totalBytes < 0 ? "" : "; " + Figures.bytes(totalBytes) + " of input";
    console.say("simile: running on " + runner + size);
    return new ProgressWatcher(notes, Progress.of(console, false, totalBytes, Counted.ROWS));
  }
}
