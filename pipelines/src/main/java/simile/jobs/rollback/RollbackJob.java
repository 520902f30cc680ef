package simile.jobs.rollback;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.jobs.EarlierRun;
import simile.jobs.Run;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.layout.Names;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.rollback.Rollback;
import simile.rollback.RollbackPlanner;
import simile.store.Store;

/** From arguments to a version that is as an earlier one was. */
public final class RollbackJob {
  private final RollbackArgs args;
  private final Clock clock;

  public RollbackJob(RollbackArgs args, Clock clock) {
    this.args = args;
    this.clock = clock;
  }

  /**
   * Runs to the end.
   *
   * @return the commit, also if an earlier attempt made it; empty if everything is as it was then
   * @throws simile.jobs.RefusedException if the run id was used for something else
   * @throws simile.log.NoSuchVersionException if there is no such version, or it was given up
   * @throws simile.log.CommitConflictException if others kept committing, or the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed; run it again with the same run
   *     id to learn it
   */
  public Optional<Commit> run() throws IOException {
    Store store = Store.open(args.store());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = Names.requireRunId(args.runId().orElseGet(() -> RunIds.fresh("rollback", now)));
    RunIdentity run = new RunIdentity(runId, args.token().orElse(runId), args.digest());
    Optional<Commit> earlier =
        EarlierRun.find(store.log(), run.runId(), run.token(), run.argumentsSha256());
    RunTracker tracker = new RunTracker(store, clock);
    if (earlier.isPresent() || new RollbackPlanner(store).plan(args.to(), args.only()).isEmpty()) {
      tracker.nothingLeft(runId);
      return earlier;
    }
    Rollback rollback = new Rollback(store);
    return tracker.track(
        tracked(run, now, store),
        () -> {
          Optional<Commit> unused = rollback.run(run, args.to(), args.only(), args.reason());
        });
  }

  private Run tracked(RunIdentity run, Instant now, Store store) {
    return new Run(
        run.runId(),
        run.token(),
        "rollback",
        args.only().map(CollectionKey::context).orElse(""),
        args.only().map(CollectionKey::collection).orElse(""),
        now,
        new TreeMap<>(Map.of("to", args.asked(), "reason", args.reason())),
        command(run, store));
  }

  private List<String> command(RunIdentity run, Store store) {
    List<String> command =
        new ArrayList<>(List.of("rollback", "--store", store.files().root(), "--to", args.asked()));
    if (args.only().isPresent()) {
      CollectionKey key = args.only().get();
      command.addAll(List.of("--context", key.context(), "--collection", key.collection()));
    } else {
      command.add("--all");
    }
    if (!args.reason().isEmpty()) {
      command.addAll(List.of("--reason", args.reason()));
    }
    command.addAll(List.of("--run-id", run.runId(), "--token", run.token()));
    return command;
  }
}
