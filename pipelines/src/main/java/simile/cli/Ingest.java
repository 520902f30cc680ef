package simile.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.jobs.IngestArgs;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;

/** What {@code ingest} asks of the jobs. Tests put another in its place to see what is asked. */
@FunctionalInterface
interface Ingest {

  /**
   * What shall run it.
   *
   * @param kind empty for the best
   * @param parallelism splits at a time; empty for the number of processors
   * @param beamOptions what came after {@code --}
   */
  record Choice(Optional<RunnerKind> kind, OptionalInt parallelism, List<String> beamOptions) {}

  /** Runs to the end, and shows progress, unless quiet, as it goes. */
  RunSummary run(IngestArgs args, Choice choice, boolean quiet) throws Exception;
}
