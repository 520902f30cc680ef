package simile.cli;

import java.io.InputStream;
import java.time.Clock;
import simile.cli.console.Console;
import simile.cli.option.EngineChoice;
import simile.jobs.IngestArgs;
import simile.jobs.IngestJob;
import simile.jobs.RunSummary;

/** Runs an ingest in this process. Whatever reaches Beam is reached from here. */
final class EmbeddedIngest implements Ingest {

  private final Console console;
  private final Clock clock;
  private final InputStream standardInput;

  EmbeddedIngest(Console console, Clock clock, InputStream standardInput) {
    this.console = console;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  @Override
  public RunSummary run(IngestArgs args, EngineChoice engine, boolean quiet) throws Exception {
    return new IngestJob(
            args,
            engine.engine(console::say),
            clock,
            standardInput,
            new ShownProgress(console, quiet))
        .run();
  }
}
