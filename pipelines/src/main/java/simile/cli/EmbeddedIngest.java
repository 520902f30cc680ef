package simile.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import simile.cli.console.Console;
import simile.cli.console.Progress;
import simile.cli.console.ProgressWatcher;
import simile.cli.option.EngineChoice;
import simile.jobs.IngestArgs;
import simile.jobs.IngestJob;
import simile.jobs.RunSummary;
import simile.report.Figures;

/** Runs an ingest in this process. Whatever reaches Beam is reached from here. */
final class EmbeddedIngest implements Ingest {

  private final Console console;
  private final InputStream standardInput;

  EmbeddedIngest(Console console, InputStream standardInput) {
    this.console = console;
    this.standardInput = standardInput;
  }

  @Override
  public RunSummary run(IngestArgs args, EngineChoice engine, boolean quiet) throws Exception {
    return new IngestJob(
            args,
            engine.engine(),
            Clock.systemUTC(),
            standardInput,
            (file, totalBytes, runner) -> show(file, totalBytes, runner, quiet))
        .run();
  }

  private Closeable show(Path file, long totalBytes, String runner, boolean quiet)
      throws IOException {
    if (!quiet) {
      String size = totalBytes < 0 ? "" : "; " + Figures.bytes(totalBytes) + " of input";
      console.say("simile: running on " + runner + size);
    }
    return new ProgressWatcher(file, Progress.of(console, quiet, totalBytes));
  }
}
