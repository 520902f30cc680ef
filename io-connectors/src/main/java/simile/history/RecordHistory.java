package simile.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.history.ToldEntries.Told;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.Operation;
import simile.merge.Entry;
import simile.segment.LiveSegment;
import simile.store.Store;

/**
 * Tells a record's life from the log and from every segment that ever was added and whose files are
 * still there: it is lived again, from its beginning.
 */
public final class RecordHistory {
  /** Where a run's details say why it was made. */
  private static final String REASON = "reason";

  private final Store store;
  private final CollectionKey key;
  private final ToldEntries entries;
  private final List<RecordEvent> events = new ArrayList<>();
  private Optional<Entry> live = Optional.empty();

  private RecordHistory(Store store, CollectionKey key, String id) {
    this.store = store;
    this.key = key;
    this.entries = new ToldEntries(store, key, id);
  }

  /**
   * Everything that happened to a record, latest first; empty if nothing is known of its id.
   *
   * @throws IOException if a file that is there cannot be read, or is damaged
   */
  public static List<RecordEvent> of(Store store, CollectionKey key, String id) throws IOException {
    return new RecordHistory(store, key, id).events();
  }

  private List<RecordEvent> events() throws IOException {
    List<Commit> commits = entries.commits();
    Map<Long, List<Told>> told = entries.byVersion(commits);
    long oldest = store.log().state().retention().oldest();
    for (Commit commit : commits) {
      if (commit.operation() == Operation.ROLLBACK && commit.version() >= oldest) {
        rollBack(commit);
      } else {
        for (Told next : told.getOrDefault(commit.version(), List.of())) {
          write(commit, next);
        }
      }
    }
    Collections.reverse(events);
    return events;
  }

  private void rollBack(Commit commit) throws IOException {
    Optional<Entry> after = entries.liveAmong(segmentsAt(commit.version()));
    if (!isSame(live, after)) {
      Optional<String> record = after.isPresent() ? entries.record(after.get()) : Optional.empty();
      events.add(event(commit, after.isPresent() ? Effect.RESTORED : Effect.DELETED, record));
    }
    live = after;
  }

  private void write(Commit commit, Told told) {
    Effect effect = effect(commit, told.entry());
    events.add(event(commit, effect, told.record()));
    if (effect != Effect.NONE) {
      live = Optional.of(told.entry()).filter(entry -> !entry.isDeletion());
    }
  }

  private Effect effect(Commit commit, Entry entry) {
    if (!entry.isDeletion()) {
      boolean undelete = commit.operation() == Operation.UNDELETE;
      return undelete ? Effect.RESTORED : live.isPresent() ? Effect.UPDATED : Effect.INSERTED;
    }
    return live.isPresent() && entry.isLaterThan(live.get()) ? Effect.DELETED : Effect.NONE;
  }

  private static RecordEvent event(Commit commit, Effect effect, Optional<String> record) {
    return new RecordEvent(
        commit.version(),
        commit.committedAt(),
        commit.runId(),
        commit.operation(),
        effect,
        Optional.ofNullable(commit.details().get(REASON)),
        record);
  }

  private List<LiveSegment> segmentsAt(long version) throws IOException {
    return store
        .log()
        .stateAt(version)
        .collection(key)
        .map(CollectionState::segments)
        .orElse(List.of());
  }

  private static boolean isSame(Optional<Entry> a, Optional<Entry> b) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty()
            || (a.get().commit() == b.get().commit() && a.get().position() == b.get().position()));
  }
}
