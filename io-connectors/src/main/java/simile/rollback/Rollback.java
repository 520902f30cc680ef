package simile.rollback;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.log.RunIdentity;
import simile.store.AsOf;
import simile.store.Store;

/** Makes the records of an earlier version those of a new one. */
public final class Rollback {
  /** The detail of the entry that names the version that came back. */
  public static final String TARGET = "rolled_back_to";

  private static final int PLANS = 20;

  private final Store store;
  private final RollbackPlanner planner;

  public Rollback(Store store) {
    this.store = store;
    this.planner = new RollbackPlanner(store);
  }

  /**
   * Rolls back. What others commit meanwhile is rolled back too.
   *
   * @param run who does it; the run's commit is adopted if there is one
   * @param to the version whose records come back
   * @param only the collection to roll back; if empty, all
   * @param reason for people; may be empty
   * @return the commit; empty if everything is as it was then
   * @throws simile.log.NoSuchVersionException if there is no such version, or it was given up
   * @throws FilesMissingException if a file of that version is not there, or has another size
   * @throws CommitConflictException if others kept committing, or the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed: run it again
   */
  public Optional<Commit> run(RunIdentity run, AsOf to, Optional<CollectionKey> only, String reason)
      throws IOException {
    Optional<Commit> earlier =
        store.log().byToken(run.token()).filter(entry -> entry.operation().isDone());
    if (earlier.isPresent()) {
      return earlier;
    }
    AsOf target = new AsOf.Version(store.snapshot(to).version());
    for (int attempt = 1; ; attempt++) {
      RollbackPlan plan = planner.plan(target, only);
      if (plan.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(append(run, plan, reason));
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == PLANS) {
          throw e;
        }
      }
    }
  }

  private Commit append(RunIdentity run, RollbackPlan plan, String reason) throws IOException {
    Map<String, String> details = new TreeMap<>();
    details.put(TARGET, Long.toString(plan.target()));
    details.put("segments_removed", Long.toString(plan.removed()));
    details.put("segments_restored", Long.toString(plan.restored()));
    if (!reason.isEmpty()) {
      details.put("reason", reason);
    }
    return store
        .log()
        .append(
            run.draft(Operation.ROLLBACK, plan.changes(), Optional.empty(), details),
            plan.base(),
            plan.check())
        .commit();
  }
}
