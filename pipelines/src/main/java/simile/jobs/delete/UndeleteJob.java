package simile.jobs.delete;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import simile.connectors.BeamInputs;
import simile.delete.IdLines;
import simile.input.Split;
import simile.jobs.EarlierRun;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.layout.Names;
import simile.log.Commit;
import simile.store.Store;
import simile.undelete.UndeleteOutcome;
import simile.undelete.UndeletePlan;
import simile.undelete.Undeleter;

/**
 * From ids to a version that has their records again. Not a pipeline, but work in this process: it
 * is bounded by the ids that a person names, and each is found through the index of the key files,
 * before a runner would have started.
 */
public final class UndeleteJob {
  private final DeleteArgs args;
  private final Clock clock;
  private final InputStream standardInput;

  /**
   * Prepares a job.
   *
   * @param args what to bring back, by id
   * @param standardInput what the list of ids {@code -} means
   * @throws IllegalArgumentException if the arguments have criteria
   */
  public UndeleteJob(DeleteArgs args, Clock clock, InputStream standardInput) {
    if (args.isByCriteria()) {
      throw new IllegalArgumentException("undelete takes ids, not criteria");
    }
    this.args = args;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  /**
   * Runs to the end.
   *
   * @return how it ended; also when nothing could be brought back, and when the run had been
   *     committed before
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws simile.store.StoreNotFoundException if there is no such store or collection
   * @throws simile.log.CommitConflictException nothing was committed
   * @throws simile.log.CommitUnknownException it may be committed; run it again with the same run
   *     id to learn it
   */
  public UndeleteSummary run() throws IOException {
    try {
      args.runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
    Store store = Store.open(args.store());
    try (DeleteInputs inputs = DeleteInputs.read(args, standardInput)) {
      return run(store, inputs);
    }
  }

  private UndeleteSummary run(Store store, DeleteInputs inputs) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.runId().orElseGet(() -> RunIds.fresh("undelete", now));
    String token = args.token().orElse(runId);
    String digest = args.digest("undelete", inputs.sha256());
    Optional<Commit> earlier = EarlierRun.find(store.log(), runId, token, digest);
    if (earlier.isPresent()) {
      return UndeleteSummary.of(earlier.get());
    }
    UndeletePlan plan =
        new UndeletePlan(
            runId,
            token,
            digest,
            args.context(),
            args.collection(),
            ids(inputs),
            args.reason(),
            now);
    AtomicReference<UndeleteOutcome> outcome = new AtomicReference<>();
    new RunTracker(store, clock)
        .track(DeleteRun.of(plan, args), () -> outcome.set(new Undeleter(store, plan).run()));
    return UndeleteSummary.of(runId, outcome.get());
  }

  private List<String> ids(DeleteInputs inputs) throws IOException {
    List<String> ids = new ArrayList<>(args.ids());
    for (Split split : inputs.splits()) {
      new IdLines(new BeamInputs())
          .read(
              split,
              new IdLines.Sink() {
                @Override
                public void id(String id) {
                  ids.add(id);
                }

                @Override
                public void blank() {
                  // nobody is told how many there were
                }
              });
    }
    return ids;
  }
}
