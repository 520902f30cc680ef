package simile.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import simile.log.Commit;
import simile.store.Store;

/** The log entries that changed a context, as they are in the log. */
final class BundleHistory {
  private final Store store;
  private final String context;

  BundleHistory(Store store, String context) {
    this.store = store;
    this.context = context;
  }

  /**
   * The newest entries up to a version, oldest first.
   *
   * @param most how many at most
   */
  List<Long> versions(long version, long most) throws IOException {
    Deque<Long> found = new ArrayDeque<>();
    for (long v = version; v > 0 && found.size() < most; v--) {
      Commit entry = store.log().read(v);
      if (entry.changes().stream().anyMatch(change -> change.context().equals(context))) {
        found.addFirst(v);
      }
    }
    return List.copyOf(found);
  }

  /** An entry's bytes, a line. */
  byte[] entry(long version) throws IOException {
    return store.files().read("%s/%020d.json".formatted(Store.LOG, version));
  }
}
