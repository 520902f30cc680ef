package simile.jobs.vacuum;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import simile.jobs.EarlierRun;
import simile.jobs.Run;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.store.Store;
import simile.vacuum.Vacuum;
import simile.vacuum.VacuumPlan;
import simile.vacuum.VacuumResult;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** From arguments to a store that is smaller. */
public final class VacuumJob {
  private final VacuumArgs args;
  private final Clock clock;

  public VacuumJob(VacuumArgs args, Clock clock) {
    this.args = args;
    this.clock = clock;
  }

  /** What {@link #run} would do. */
  public VacuumPlan plan() throws IOException {
    return vacuum(Store.open(args.store())).plan(args.olderThan());
  }

  /**
   * Runs to the end; a run that was made before deletes what is left.
   *
   * @throws simile.jobs.RefusedException if the run id was used for something else
   * @throws simile.log.CorruptLogException if the log is damaged anywhere; nothing was deleted
   * @throws simile.log.CommitConflictException if others kept changing what is kept, or the run was
   *     cancelled
   * @throws simile.log.CommitUnknownException its entry may be in the log; run it again with the
   *     same run id
   */
  public VacuumResult run() throws IOException {
    Store store = Store.open(args.store());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = Names.requireRunId(args.runId().orElseGet(() -> RunIds.fresh("vacuum", now)));
    RunIdentity run = new RunIdentity(runId, args.token().orElse(runId), args.digest());
    Optional<Commit> earlier =
        EarlierRun.find(store.log(), run.runId(), run.token(), run.argumentsSha256());
    Vacuum vacuum = vacuum(store);
    RunTracker tracker = new RunTracker(store, clock);
    if (earlier.isPresent() || vacuum.plan(args.olderThan()).isEmpty()) {
      VacuumResult rest = vacuum.run(run, args.olderThan());
      tracker.nothingLeft(runId);
      return rest;
    }
    AtomicReference<VacuumResult> result = new AtomicReference<>();
    Optional<Commit> unused =
        tracker.track(
            tracked(run, now, store),
            told -> {
              VacuumResult done = vacuum.run(run, args.olderThan());
              told.at(done.files(), done.files());
              result.set(done);
            });
    return Optional.ofNullable(result.get())
        .orElseThrow(
            () ->
                new IOException(
                    "vacuum '%s' is in the log, but did not delete everything; run it again with the same run id"
                        .formatted(runId)));
  }

  private Vacuum vacuum(Store store) {
    return new Vacuum(store, new WorkflowRuns(store.files(), clock, ThisHost.detected()), clock);
  }

  private Run tracked(RunIdentity run, Instant now, Store store) {
    String olderThan = args.olderThan().toString();
    return new Run(
        run.runId(),
        run.token(),
        "vacuum",
        "",
        "",
        now,
        new TreeMap<>(Map.of("older_than", olderThan)),
        List.of(
            "vacuum",
            "--store",
            store.files().root(),
            "--older-than",
            olderThan,
            "--run-id",
            run.runId(),
            "--token",
            run.token()));
  }
}
