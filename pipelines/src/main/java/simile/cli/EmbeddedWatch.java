package simile.cli;

import java.time.Clock;
import simile.cli.option.EngineChoice;
import simile.jobs.watch.WatchArgs;
import simile.jobs.watch.WatchJob;
import simile.jobs.watch.WatchListener;
import simile.jobs.watch.WatchSummary;

/** Runs a stream from this process. Whatever reaches Beam is reached from here. */
record EmbeddedWatch(Clock clock) implements Watch {

  @Override
  public WatchSummary run(WatchArgs args, EngineChoice engine, WatchListener listener)
      throws Exception {
    return new WatchJob(args, engine.engineForStreams(), clock, listener).run();
  }
}
