package simile.proof.delete;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a store must hold, told naively: every event of every id, in its order. A record or a
 * deletion by id counts from its commit; a deletion by criteria from just after the version that it
 * read.
 */
final class Life {
  private final List<Event> events = new ArrayList<>();

  /**
   * What happened to an id.
   *
   * @param known the version from which on it is so
   * @param commit where it is in the order of commits
   * @param afterAll whether it is after all that its commit has
   * @param order within a commit
   * @param record empty for a deletion
   */
  private record Event(
      String id, long known, long commit, boolean afterAll, int order, String record) {
    boolean isAfter(Event other) {
      if (commit != other.commit) {
        return commit > other.commit;
      }
      return afterAll != other.afterAll ? afterAll : order > other.order;
    }
  }

  void put(String id, String record, long commit) {
    events.add(new Event(id, commit, commit, false, events.size(), record));
  }

  void delete(String id, long commit) {
    events.add(new Event(id, commit, commit, false, events.size(), ""));
  }

  /** A deletion of what was read from a version. */
  void deleteRead(String id, long read, long commit) {
    events.add(new Event(id, commit, read, true, events.size(), ""));
  }

  /** Live records as of a version, by id. */
  SortedMap<String, String> at(long version) {
    SortedMap<String, String> live = new TreeMap<>();
    for (String id : ids()) {
      String record = latest(id, version, event -> true).record();
      if (!record.isEmpty()) {
        live.put(id, record);
      }
    }
    return live;
  }

  /** The newest record of an id, deleted or not; empty if it has none. */
  String newestRecord(String id, long version) {
    return latest(id, version, event -> !event.record().isEmpty()).record();
  }

  private Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    events.forEach(event -> ids.add(event.id()));
    return ids;
  }

  private Event latest(String id, long version, Predicate<Event> wanted) {
    Event latest = new Event(id, 0, -1, false, -1, "");
    for (Event event : events) {
      boolean counts = event.id().equals(id) && event.known() <= version && wanted.test(event);
      if (counts && event.isAfter(latest)) {
        latest = event;
      }
    }
    return latest;
  }
}
