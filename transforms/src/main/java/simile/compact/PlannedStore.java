package simile.compact;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import simile.files.StoreFiles;
import simile.log.CommitLog;
import simile.log.State;
import simile.store.Store;

/** The store as a worker opens it, and its groups as of the version that was planned from. */
final class PlannedStore {
  private final Store store;
  private final State state;
  private final CompactionPlan plan;
  private final Map<Integer, GroupInput> inputs = new HashMap<>();

  private PlannedStore(Store store, CompactionPlan plan) throws IOException {
    this.store = store;
    this.plan = plan;
    this.state = store.log().stateAt(plan.version());
  }

  static PlannedStore open(CompactionPlan plan) throws IOException {
    return new PlannedStore(Store.open(plan.store()), plan);
  }

  StoreFiles files() {
    return store.files();
  }

  CommitLog log() {
    return store.log();
  }

  GroupInput group(int number) throws IOException {
    GroupInput known = inputs.get(number);
    if (known != null) {
      return known;
    }
    GroupInput input = GroupInput.of(files(), state, plan.group(number));
    inputs.put(number, input);
    return input;
  }
}
