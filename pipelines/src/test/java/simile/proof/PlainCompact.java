package simile.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import simile.compact.CompactionPlan;
import simile.compact.CompactionPlanner;
import simile.compact.CompactionRules;
import simile.compact.Group;
import simile.compact.GroupCommitter;
import simile.compact.GroupInput;
import simile.compact.GroupOutcome;
import simile.compact.RangeCompactor;
import simile.compact.RangeResult;
import simile.compact.RangeTask;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.State;
import simile.store.Store;

/**
 * A compaction without a runner: one thread, range after range, then group after group.
 *
 * @param store the store
 * @param runId the run
 * @param rules what is worth rewriting
 */
public record PlainCompact(Store store, String runId, CompactionRules rules) {
  private static final Instant SUBMITTED = Instant.parse("2026-01-02T03:04:05Z");

  /** Compacts what is worth it. */
  public List<GroupOutcome> run() throws IOException {
    CompactionPlan plan = plan();
    return commit(plan, write(plan));
  }

  /** The plan, from the newest version. */
  public CompactionPlan plan() throws IOException {
    State state = store.log().state();
    CompactionPlanner planner = new CompactionPlanner(store.files(), rules, Optional.empty());
    List<Group> groups = new ArrayList<>();
    for (Map.Entry<CollectionKey, CollectionState> entry : state.collections().entrySet()) {
      groups.addAll(planner.plan(entry.getKey(), entry.getValue(), groups.size()));
    }
    return new CompactionPlan(
        store.files().root(),
        runId,
        "0".repeat(64),
        SUBMITTED,
        "none",
        state.version(),
        rules,
        groups);
  }

  /** Writes every range, without a commit; the results by group. */
  public Map<Integer, List<RangeResult>> write(CompactionPlan plan) throws IOException {
    RangeCompactor compactor = new RangeCompactor(store.files(), runId, plan.rules(), new Random());
    Map<Integer, List<RangeResult>> results = new TreeMap<>();
    State state = store.log().stateAt(plan.version());
    for (RangeTask task : plan.tasks()) {
      GroupInput input = GroupInput.of(store.files(), state, plan.group(task.group()));
      results
          .computeIfAbsent(task.group(), group -> new ArrayList<>())
          .add(compactor.compact(input, task.range()));
    }
    return results;
  }

  /** Commits group after group. */
  public List<GroupOutcome> commit(CompactionPlan plan, Map<Integer, List<RangeResult>> results)
      throws IOException {
    GroupCommitter committer = new GroupCommitter(plan, store.files(), store.log());
    List<GroupOutcome> outcomes = new ArrayList<>();
    State state = store.log().stateAt(plan.version());
    for (Map.Entry<Integer, List<RangeResult>> group : results.entrySet()) {
      GroupInput input = GroupInput.of(store.files(), state, plan.group(group.getKey()));
      outcomes.add(committer.commit(input, group.getValue()));
    }
    return outcomes;
  }
}
