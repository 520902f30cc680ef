package simile.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simile.log.Change;
import simile.log.CollectionKey;
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
 * What segments tell of one id. Compactions and repairs write entries again, and so tell of what
 * came before them, where the first file is gone.
 */
final class ToldEntries {
  /** Where the details of a delete say which version it read. */
  private static final String READ_VERSION = "read_version";

  private final Store store;
  private final CollectionKey key;
  private final String id;

  ToldEntries(Store store, CollectionKey key, String id) {
    this.store = store;
    this.key = key;
    this.id = id;
  }

  /**
   * An entry of the id.
   *
   * @param version the one that brought it
   * @param record as it is stored; empty for a deletion, and where its file is gone
   */
  record Told(long version, Entry entry, Optional<String> record) {}

  /** The commits that changed the collection, oldest first. */
  List<Commit> commits() throws IOException {
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

  /**
   * All entries of segments that ever were added and are still there, by version, each version's in
   * its order.
   *
   * @param commits oldest first, so that what was first is told first
   */
  Map<Long, List<Told>> byVersion(List<Commit> commits) throws IOException {
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
    told.values().forEach(all -> all.sort(Comparator.comparing(t -> t.entry().position())));
    return told;
  }

  private static String place(Told told) {
    return told.entry().commit() + "/" + told.entry().position();
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
    List<Entry> found = entriesOf(segment);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Entry entry = found.get(0);
    long version = rewritten ? versionOf(entry, commits) : segment.commit();
    return Optional.of(new Told(version, entry, record(entry, rows)));
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

  /** The entries of the id in a segment; none if its key file is gone. */
  private List<Entry> entriesOf(LiveSegment segment) throws IOException {
    try (SegmentSource source = SegmentSource.open(store.files(), segment)) {
      return KeyMerge.entriesOf(List.of(source), id);
    } catch (NoSuchFileException e) {
      return List.of(); // vacuumed
    }
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

  /** The entry of the id that is live among segments; empty also where its files are gone. */
  Optional<Entry> liveAmong(List<LiveSegment> segments) throws IOException {
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

  /** The record of an entry, as it is stored; empty for a deletion, and where its file is gone. */
  Optional<String> record(Entry entry) throws IOException {
    try (RowReader rows = new RowReader(store.files())) {
      return record(entry, rows);
    }
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
