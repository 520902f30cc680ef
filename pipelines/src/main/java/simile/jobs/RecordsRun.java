package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.ingest.CollectionPlan;
import simile.ingest.Gate;
import simile.ingest.RunOrigin;
import simile.ingest.RunPlan;
import simile.input.Piece;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.store.Store;

/** Runs the pipeline that writes records, as a workflow that people see. */
public final class RecordsRun {
  private final Store store;
  private final Engine engine;
  private final Clock clock;
  private final ProgressListener progress;

  public RecordsRun(Store store, Engine engine, Clock clock, ProgressListener progress) {
    this.store = store;
    this.engine = engine;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What is to be done; the parts of a {@link RunPlan} that do not depend on what runs it.
   *
   * @param run which run it is
   * @param submittedAt when it was submitted
   * @param gate how many rejected records are too many
   * @param origin what kind of work it is
   * @param collections what goes where
   */
  public record Work(
      RunIdentity run,
      Instant submittedAt,
      Gate gate,
      RunOrigin origin,
      List<CollectionPlan> collections) {

    /** Of the input, as it is stored. */
    long bytes() {
      return collections.stream()
          .flatMap(collection -> collection.splits().stream())
          .flatMap(split -> split.pieces().stream())
          .mapToLong(Piece::storedBytes)
          .sum();
    }
  }

  /**
   * Runs it to its end.
   *
   * @param command the command line that does the same again
   * @return how it ended, also when its gate failed
   * @throws IOException nothing was committed
   */
  public RunSummary run(Work work, List<String> command) throws IOException {
    long bytes = work.bytes();
    PipelineOptions options = engine.options(bytes, "simile-" + work.run().runId());
    try (WorkersNotes notes = WorkersNotes.open(engine, store, work.run().runId())) {
      return run(work, bytes, options, notes, command);
    }
  }

  private RunSummary run(
      Work work, long bytes, PipelineOptions options, WorkersNotes notes, List<String> command)
      throws IOException {
    RunPlan plan =
        new RunPlan(
            store.files().root(),
            work.run(),
            work.submittedAt(),
            work.gate(),
            engine.name(bytes),
            notes.place(),
            work.origin(),
            work.collections());
    try (Closeable shown =
        progress.begin(notes, bytes, engine.name(bytes) + ", " + engine.why(bytes))) {
      Commit entry =
          new RunTracker(store, clock, engine)
              .track(IngestRun.of(plan, bytes, command), told -> run(plan, options, told, notes))
              .orElseThrow(
                  () -> new IOException("run '" + plan.runId() + "' left no entry in the log"));
      RunReports.write(store, entry);
      return RunSummary.of(entry);
    }
  }

  private static void run(
      RunPlan plan, PipelineOptions options, RunProgress told, WorkersNotes notes)
      throws IOException {
    // how many records the input has is known at its end
    WorkersProgress.during(told, -1, notes, () -> IngestPipeline.run(plan, options));
  }
}
