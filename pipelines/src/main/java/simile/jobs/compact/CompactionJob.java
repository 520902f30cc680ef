package simile.jobs.compact;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.compact.CompactionPlan;
import simile.compact.CompactionPlanner;
import simile.compact.Group;
import simile.jobs.Engine;
import simile.jobs.RefusedException;
import simile.jobs.Run;
import simile.jobs.RunIds;
import simile.jobs.RunProgress;
import simile.jobs.RunTracker;
import simile.jobs.WorkersNotes;
import simile.jobs.WorkersProgress;
import simile.layout.Names;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.log.State;
import simile.store.Store;

/** From arguments to committed groups. */
public final class CompactionJob {
  private final CompactionArgs args;
  private final Engine engine;
  private final Clock clock;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   */
  public CompactionJob(CompactionArgs args, Engine engine, Clock clock) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * What {@link #run} would compact now.
   *
   * @throws RefusedException if there is no such collection
   * @throws IOException if the store cannot be read
   */
  public List<Group> plan() throws IOException {
    Store store = Store.open(args.store());
    return groups(store, store.log().state());
  }

  /**
   * Runs to the end. A run that is repeated under its id goes on with what is left.
   *
   * @param started is told the plan, once there is anything to do
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws CommitFencedException the run was cancelled; groups that it had committed stay so
   * @throws simile.log.CommitUnknownException a group may be committed; the log will say
   * @throws IOException it failed; groups that it had committed stay so
   */
  public CompactionSummary run(Consumer<CompactionPlan> started) throws IOException {
    Store store = Store.open(args.store());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = requireRunId().orElseGet(() -> RunIds.fresh("compact", now));
    requireFree(store, runId);
    State state = store.log().state();
    List<Group> groups = groups(store, state);
    long bytes = groups.stream().mapToLong(group -> group.size().bytes()).sum();
    CompactionPlan plan =
        new CompactionPlan(
            store.files().root(),
            runId,
            args.digest(),
            now,
            engine.name(bytes),
            state.version(),
            args.rules(),
            groups);
    RunTracker tracker = new RunTracker(store, clock, engine);
    if (groups.isEmpty()) {
      tracker.nothingLeft(runId);
    } else {
      PipelineOptions options = engine.options(bytes, "simile-" + runId);
      started.accept(plan);
      Run run = CompactionRun.of(args, plan, engine, now);
      Optional<Commit> unused = tracker.track(run, told -> compact(store, plan, options, told));
    }
    return summary(store, plan);
  }

  private void compact(Store store, CompactionPlan plan, PipelineOptions options, RunProgress told)
      throws IOException {
    long entries = plan.groups().stream().mapToLong(group -> group.size().entries()).sum();
    try (WorkersNotes notes = WorkersNotes.open(engine, store, plan.runId())) {
      WorkersProgress.during(
          told, entries, notes, () -> CompactionPipeline.run(plan, options, notes.place()));
    }
    long done =
        commitsOf(store, plan.runId()).stream().mapToLong(commit -> commit.counts().read()).sum();
    told.at(done, done);
  }

  private Optional<String> requireRunId() {
    try {
      args.runId().ifPresent(Names::requireRunId);
      return args.runId();
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  private List<Group> groups(Store store, State state) throws IOException {
    List<CollectionKey> wanted = state.collections().keySet().stream().filter(args::wants).toList();
    boolean asked = args.context().isPresent() || args.collection().isPresent();
    if (wanted.isEmpty() && asked) {
      throw new RefusedException(
          "version %d of %s has no collection '%s' in context '%s'; it has %s"
              .formatted(
                  state.version(),
                  store.files().root(),
                  args.collection().orElse("*"),
                  args.context().orElse("*"),
                  state.collections().keySet()));
    }
    CompactionPlanner planner =
        new CompactionPlanner(store.files(), args.rules(), args.compression());
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<CollectionKey, CollectionState> entry : state.collections().entrySet()) {
      if (args.wants(entry.getKey())) {
        groups.addAll(planner.plan(entry.getKey(), entry.getValue(), groups.size()));
      }
    }
    return groups;
  }

  /** A compaction may be repeated, under the same arguments; anything else has its own id. */
  private void requireFree(Store store, String runId) throws IOException {
    Optional<Commit> known = store.log().byRun(runId);
    if (known.isEmpty()) {
      return;
    }
    Commit commit = known.get();
    if (commit.operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d; use another run id"
              .formatted(runId, commit.version()));
    }
    if (commit.operation() != Operation.COMPACT
        || !commit.argumentsSha256().equals(args.digest())) {
      throw new RefusedException(
          "run id '%s' was used for version %d with other arguments; repeat it as it was, or use another run id"
              .formatted(runId, commit.version()));
    }
  }

  private CompactionSummary summary(Store store, CompactionPlan plan) throws IOException {
    List<Group> yielded = new ArrayList<>();
    for (Group group : plan.groups()) {
      Optional<Commit> settled = store.log().byToken(group.token(plan.version()));
      if (settled.filter(commit -> commit.runId().equals(plan.runId())).isEmpty()) {
        yielded.add(group);
      }
    }
    return new CompactionSummary(
        plan.runId(), plan.runner(), commitsOf(store, plan.runId()), yielded);
  }

  private static List<Commit> commitsOf(Store store, String runId) throws IOException {
    List<Commit> commits = new ArrayList<>();
    if (store.log().byRun(runId).isPresent()) {
      try (var history = store.log().history()) {
        history.filter(c -> c.runId().equals(runId)).forEach(c -> commits.add(0, c));
      }
    }
    return commits;
  }
}
