package simile.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.Operation;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.record.Position;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.store.Store;

/**
 * Tells a record's life from the log and from every segment that ever was added and whose files are
 * still there. Compactions and repairs write entries again, and so tell of what came before them,
 * where the first file is gone.
 */
public final class RecordHistory {
  /** Where a run's details say why it was made. */
  private static final String REASON = "reason";

  /** Where those of a delete say which version it read. */
  private static final String READ_VERSION = "read_version";

  private final Store store;
  private final CollectionKey key;
  private final String id;

  private RecordHistory(Store store, CollectionKey key, String id) {
    this.store = store;
    this.key = key;
    this.id = id;
  }

  /** An entry of the id, and the version that brought it. */
  private record Told(long version, Entry entry, Optional<String> record) {}

  /**
   * Everything that happened to a record, latest first; empty if nothing is known of its id.
   *
   * @throws IOException if a file that is there cannot be read, or is damaged
   */
  public static List<RecordEvent> of(Store store, CollectionKey key, String id) throws IOException {
    return new RecordHistory(store, key, id).events();
  }

  private List<RecordEvent> events() throws IOException {
    List<Commit> commits = commits();
    Map<Long, List<Told>> told = new HashMap<>();
    Set<String> known = new HashSet<>();
    try (RowReader rows = new RowReader(store.files())) {
      for (Commit commit : commits) {
        for (LiveSegment added : added(commit)) {
          Optional<Told> found = tell(added, rewrites(commit), commits, rows);
          if (found.isPresent() && (known.add(place(found.get())) || !rewrites(commit))) {
            told.computeIfAbsent(found.get().version(), v -> new ArrayList<>()).add(found.get());
          }
        }
      }
    }
    return replay(commits, told);
  }

  private static String place(Told told) {
    return told.entry().commit() + "/" + told.entry().position();
  }

  /** Those that changed the collection, oldest first, so that what was first is told first. */
  private List<Commit> commits() throws IOException {
    List<Commit> commits = new ArrayList<>();
    long newest = store.log().latestVersion();
    for (long version = 1; version <= newest; version++) {
      Commit commit = store.log().read(version);
      if (change(commit).isPresent()) {
        commits.add(commit);
      }
    }
    return commits;
  }

  private List<LiveSegment> added(Commit commit) {
    return change(commit).stream()
        .flatMap(change -> change.adds().stream())
        .filter(this::mayHold)
        .map(segment -> new LiveSegment(segment, commit.version()))
        .toList();
  }

  private Optional<Told> tell(
      LiveSegment segment, boolean rewritten, List<Commit> commits, RowReader rows)
      throws IOException {
    try (SegmentSource source = SegmentSource.open(store.files(), segment)) {
      List<Entry> found = KeyMerge.entriesOf(List.of(source), id);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Entry entry = found.get(0);
      long version = rewritten ? versionOf(entry, commits) : segment.commit();
      return Optional.of(new Told(version, entry, record(entry, rows)));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // vacuumed
    }
  }

  /** An entry that was written again tells its place in the order, not always who brought it. */
  private static long versionOf(Entry entry, List<Commit> commits) {
    if (entry.position() != Position.LAST) {
      return entry.commit();
    }
    String read = Long.toString(entry.commit());
    return commits.stream()
        .filter(c -> c.operation() == Operation.DELETE)
        .filter(c -> read.equals(c.details().get(READ_VERSION)))
        .mapToLong(Commit::version)
        .findFirst()
        .orElse(entry.commit());
  }

  private static Optional<String> record(Entry entry, RowReader rows) throws IOException {
    try {
      return entry.isDeletion()
          ? Optional.empty()
          : Optional.of(new String(rows.read(entry), UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // vacuumed
    }
  }

  /** Lives the record's life again, from its beginning. */
  private List<RecordEvent> replay(List<Commit> commits, Map<Long, List<Told>> told)
      throws IOException {
    List<RecordEvent> events = new ArrayList<>();
    Optional<Entry> live = Optional.empty();
    long oldest = store.log().state().retention().oldest();
    for (Commit commit : commits) {
      if (commit.operation() == Operation.ROLLBACK && commit.version() >= oldest) {
        Optional<Entry> after = liveAt(commit.version());
        if (!same(live, after)) {
          events.add(
              event(commit, after.isPresent() ? Effect.RESTORED : Effect.DELETED, record(after)));
        }
        live = after;
        continue;
      }
      List<Told> entries = told.getOrDefault(commit.version(), List.of());
      for (Told entry : sorted(entries)) {
        Effect effect = effect(commit, entry.entry(), live);
        events.add(event(commit, effect, entry.record()));
        live =
            effect == Effect.NONE ? live : Optional.of(entry.entry()).filter(e -> !e.isDeletion());
      }
    }
    Collections.reverse(events);
    return events;
  }

  private static List<Told> sorted(List<Told> entries) {
    return entries.stream().sorted(Comparator.comparing(t -> t.entry().position())).toList();
  }

  private static Effect effect(Commit commit, Entry entry, Optional<Entry> live) {
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

  /** The live entry of a version; empty also where its files are gone. */
  private Optional<Entry> liveAt(long version) throws IOException {
    List<LiveSegment> segments =
        store
            .log()
            .stateAt(version)
            .collection(key)
            .map(CollectionState::segments)
            .orElse(List.of());
    List<Entry> entries = new ArrayList<>();
    for (LiveSegment live : segments) {
      if (mayHold(live.segment())) {
        entries.addAll(entriesOf(live));
      }
    }
    return entries.stream()
        .max((a, b) -> a.isLaterThan(b) ? 1 : b.isLaterThan(a) ? -1 : 0)
        .filter(entry -> !entry.isDeletion());
  }

  private List<Entry> entriesOf(LiveSegment live) throws IOException {
    try (SegmentSource source = SegmentSource.open(store.files(), live)) {
      return KeyMerge.entriesOf(List.of(source), id);
    } catch (NoSuchFileException e) {
      return List.of(); // vacuumed
    }
  }

  private Optional<String> record(Optional<Entry> entry) throws IOException {
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try (RowReader rows = new RowReader(store.files())) {
      return record(entry.get(), rows);
    }
  }

  private static boolean same(Optional<Entry> a, Optional<Entry> b) {
    return a.isPresent() == b.isPresent()
        && (a.isEmpty()
            || (a.get().commit() == b.get().commit() && a.get().position() == b.get().position()));
  }

  /** Whether its entries were there before. */
  private static boolean rewrites(Commit commit) {
    return commit.operation() == Operation.COMPACT || commit.operation() == Operation.REPAIR;
  }

  private Optional<Change> change(Commit commit) {
    return commit.changes().stream().filter(change -> change.key().equals(key)).findFirst();
  }

  private boolean mayHold(Segment segment) {
    return Utf8Order.compare(segment.minId(), id) <= 0
        && Utf8Order.compare(id, segment.maxId()) <= 0;
  }
}
