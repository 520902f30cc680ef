package simile.jobs.delete;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.delete.DeletePart;
import simile.delete.DeletePlan;
import simile.jobs.EarlierRun;
import simile.jobs.Engine;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.jobs.RunProgress;
import simile.jobs.RunTracker;
import simile.jobs.StandardInput;
import simile.jobs.WorkersNotes;
import simile.jobs.WorkersProgress;
import simile.layout.Names;
import simile.log.Commit;
import simile.query.CriteriaJson;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** From arguments to a committed version that hides records. */
public final class DeleteJob {
  private final DeleteArgs args;
  private final Engine engine;
  private final Clock clock;
  private final InputStream standardInput;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   * @param standardInput what the list of ids {@code -} means
   */
  public DeleteJob(DeleteArgs args, Engine engine, Clock clock, InputStream standardInput) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  /**
   * Runs to the end.
   *
   * @return how it ended; also when nothing was deleted, and when it, or its token, had been
   *     committed before
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws simile.store.StoreNotFoundException if there is no such store or collection
   * @throws simile.log.CommitConflictException nothing was committed
   * @throws simile.log.CommitUnknownException it may be committed; run it again with the same run
   *     id to learn it
   * @throws IOException nothing was committed
   */
  public DeleteSummary run() throws IOException {
    requireRunId();
    if (engine.isDetached() && args.idsFile().filter(StandardInput.SIGN::equals).isPresent()) {
      throw new RefusedException(
          "--detached with ids from standard input: they would be gone before the run is done; write them to a file that the cluster can read");
    }
    Store store = Store.open(args.store());
    try (DeleteInputs inputs = DeleteInputs.read(args, standardInput)) {
      return DeleteSummary.of(run(store, inputs));
    }
  }

  private Commit run(Store store, DeleteInputs inputs) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.runId().orElseGet(() -> RunIds.fresh("delete", now));
    String token = args.token().orElse(runId);
    String digest = args.digest("delete", inputs.sha256());
    Optional<Commit> earlier = EarlierRun.find(store.log(), runId, token, digest);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    CollectionSnapshot read =
        store.snapshot(AsOf.latest()).collection(args.context(), args.collection());
    List<DeletePart> parts = inputs.parts(store, read);
    long bytes = keyBytes(read);
    PipelineOptions options = engine.options(bytes, "simile-" + runId);
    DeletePlan plan =
        new DeletePlan(
            store.files().root(),
            runId,
            token,
            digest,
            args.context(),
            args.collection(),
            read.version(),
            args.isByCriteria() ? CriteriaJson.write(args.criteria()) : "",
            parts,
            args.reason(),
            now,
            engine.name(bytes));
    return new RunTracker(store, clock, engine)
        .track(DeleteRun.of(plan, args, engine), told -> delete(store, plan, options, told))
        .orElseThrow(() -> new IOException("run '" + runId + "' left no entry in the log"));
  }

  private void delete(Store store, DeletePlan plan, PipelineOptions options, RunProgress told)
      throws IOException {
    try (WorkersNotes notes = WorkersNotes.open(engine, store, plan.runId())) {
      WorkersProgress.during(
          told, -1, notes, () -> DeletePipeline.run(plan, options, notes.place()));
    }
  }

  private static long keyBytes(CollectionSnapshot read) {
    return read.segments().stream()
        .flatMap(live -> live.segment().files(FileKind.KEYS).stream())
        .mapToLong(DataFile::bytes)
        .sum();
  }

  private void requireRunId() {
    try {
      args.runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
