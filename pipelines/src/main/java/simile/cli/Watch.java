package simile.cli;

import simile.cli.option.EngineChoice;
import simile.jobs.watch.WatchArgs;
import simile.jobs.watch.WatchListener;
import simile.jobs.watch.WatchSummary;

/** What {@code ingest --watch} asks of the jobs. Tests put another in its place. */
@FunctionalInterface
interface Watch {

  /** Runs until the stream ends, and tells of its windows as they come. */
  WatchSummary run(WatchArgs args, EngineChoice engine, WatchListener listener) throws Exception;
}
