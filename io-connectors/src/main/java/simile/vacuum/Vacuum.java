package simile.vacuum;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.log.Commit;
import simile.log.CommitCheck;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.DraftCommit;
import simile.log.LogVerifier;
import simile.log.Operation;
import simile.log.RunIdentity;
import simile.store.Store;
import simile.workflow.RunsAtWork;

/**
 * Gives versions up, and deletes what nothing needs: first an entry of the log, then the files. A
 * crash in between leaves files that the same run, or any later vacuum, deletes.
 */
public final class Vacuum {
  private static final int PLANS = 20;

  // Much longer than anyone takes to write a file of the log.
  private static final Duration TEMPORARY_AGE = Duration.ofHours(1);

  private static final CommitCheck NOTHING_RESTORED =
      since ->
          since.stream()
              .filter(Vacuum::changesWhatIsKept)
              .findFirst()
              .map(commit -> "version %d changed what is kept".formatted(commit.version()));

  private final Store store;
  private final RunsAtWork work;
  private final VacuumPlanner planner;
  private final Clock clock;

  public Vacuum(Store store, RunsAtWork work, Clock clock) {
    this.store = store;
    this.work = work;
    this.planner = new VacuumPlanner(store, work);
    this.clock = clock;
  }

  /**
   * Plans, and changes nothing.
   *
   * @param olderThan versions that were the newest at any time within it are kept; 0 keeps the
   *     current one, tags, and what runs at work read
   * @throws simile.log.CorruptLogException if the log is damaged anywhere
   */
  public VacuumPlan plan(Duration olderThan) throws IOException {
    new LogVerifier(store.files()).requireWhole();
    return planner.plan(clock.instant().minus(olderThan));
  }

  /**
   * Runs to the end.
   *
   * @param run who does it; if it has a commit, what is left to delete is deleted
   * @param olderThan as in {@link #plan}
   * @throws simile.log.CorruptLogException if the log is damaged anywhere; nothing was deleted
   * @throws CommitConflictException if others kept changing what is kept, or the run was cancelled;
   *     nothing was deleted
   * @throws simile.log.CommitUnknownException its entry may be in the log: run it again; nothing
   *     was deleted
   */
  public VacuumResult run(RunIdentity run, Duration olderThan) throws IOException {
    Optional<Commit> earlier =
        store.log().byToken(run.token()).filter(entry -> entry.operation().isDone());
    if (earlier.isPresent()) {
      new LogVerifier(store.files()).requireWhole();
      return sweep(earlier, 0);
    }
    for (int attempt = 1; ; attempt++) {
      VacuumPlan plan = plan(olderThan);
      if (plan.isEmpty()) {
        return sweep(Optional.empty(), 0);
      }
      try {
        fence(plan, run);
        return sweep(Optional.of(append(run, plan, olderThan)), plan.givenUp());
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == PLANS) {
          throw e;
        }
      }
    }
  }

  /**
   * @throws CommitConflictException if a run that seemed dead has committed
   */
  private void fence(VacuumPlan plan, RunIdentity run) throws IOException {
    for (String dead : plan.dead().keySet()) {
      DraftCommit fence =
          DraftCommit.fence(
              dead,
              // The token that the run had stays free for another attempt.
              "fence-" + dead,
              "vacuum '%s' found no sign of life of the run, and deletes its files"
                  .formatted(run.runId()));
      store.log().append(fence);
    }
  }

  private Commit append(RunIdentity run, VacuumPlan plan, Duration olderThan) throws IOException {
    Map<String, String> details = new TreeMap<>();
    details.put("older_than", olderThan.toString());
    details.put("versions_given_up", Long.toString(plan.givenUp()));
    long files =
        plan.unneeded().size()
            + plan.orphans().size()
            + plan.dead().values().stream().mapToLong(List::size).sum();
    details.put("files_to_delete", Long.toString(files));
    return store
        .log()
        .append(
            run.draft(Operation.VACUUM, List.of(), Optional.of(plan.after()), details),
            plan.base(),
            NOTHING_RESTORED)
        .commit();
  }

  private static boolean changesWhatIsKept(Commit commit) {
    return commit.retention().isPresent()
        || commit.changes().stream().anyMatch(change -> !change.restores().isEmpty());
  }

  /** Looks again, now that the entry is in the log, and deletes what that allows. */
  private VacuumResult sweep(Optional<Commit> entry, long versions) throws IOException {
    Sweeper sweeper = new Sweeper(store.files());
    VacuumPlan left = planner.leftovers();
    if (entry.isPresent()) {
      sweeper.delete(left.unneeded());
      sweeper.delete(left.orphans());
    }
    Instant before = clock.instant().minus(TEMPORARY_AGE);
    sweeper.forget(work, before);
    sweeper.tidy(before);
    return new VacuumResult(
        entry,
        versions,
        sweeper.deleted(),
        sweeper.bytes(),
        left.inFlight(),
        sweeper.temporaries(),
        left.foreign());
  }
}
