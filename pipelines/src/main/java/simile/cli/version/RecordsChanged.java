package simile.cli.version;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simile.history.DifferenceCounts;
import simile.history.SnapshotDiff;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.State;
import simile.segment.LiveSegment;
import simile.store.Store;

/** Counts the records that differ between two versions, also of several collections. */
final class RecordsChanged {
  private RecordsChanged() {}

  static DifferenceCounts between(
      Store store, long first, long second, Optional<CollectionKey> only) throws IOException {
    State before = store.log().stateAt(first);
    State after = store.log().stateAt(second);
    Set<CollectionKey> keys = new TreeSet<>(before.collections().keySet());
    keys.addAll(after.collections().keySet());
    DifferenceCounts counts = DifferenceCounts.NONE;
    for (CollectionKey key : keys) {
      if (only.map(key::equals).orElse(true)) {
        counts =
            counts.plus(
                SnapshotDiff.count(store.files(), segments(before, key), segments(after, key)));
      }
    }
    return counts;
  }

  private static List<LiveSegment> segments(State state, CollectionKey key) {
    return state.collection(key).map(CollectionState::segments).orElse(List.of());
  }
}
