package simile.cli;

import simile.cli.option.EngineChoice;
import simile.jobs.IngestArgs;
import simile.jobs.RunSummary;

/** What {@code ingest} asks of the jobs. Tests put another in its place to see what is asked. */
@FunctionalInterface
interface Ingest {

  /** Runs to the end, and shows progress, unless quiet, as it goes. */
  RunSummary run(IngestArgs args, EngineChoice engine, boolean quiet) throws Exception;
}
