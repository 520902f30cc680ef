package simile.undelete;

import java.io.Closeable;
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
import simile.merge.SegmentSource;
import simile.record.Utf8Order;
import simile.rollback.Rollback;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.store.Store;

/**
 * Segments that are not live any more, since compactions replaced them, and whose files are still
 * there. What a rollback took away does not count: nobody deleted it. Opened when they are asked.
 */
final class Earlier implements Closeable {
  private final Store store;
  private final List<LiveSegment> segments;
  private final Set<Long> lineage;
  private final Map<String, Optional<SegmentSource>> opened = new HashMap<>();

  private Earlier(Store store, List<LiveSegment> segments, Set<Long> lineage) {
    this.store = store;
    this.segments = segments;
    this.lineage = lineage;
  }

  /**
   * Lists them.
   *
   * @param live the names of those that are live
   */
  static Earlier of(Store store, CollectionKey key, Set<String> live) throws IOException {
    List<LiveSegment> added = new ArrayList<>();
    Set<Long> lineage = new HashSet<>();
    long next = Long.MAX_VALUE;
    for (long version = store.log().latestVersion(); version > 0; version--) {
      Commit commit = store.log().read(version);
      Optional<Change> change =
          commit.changes().stream().filter(c -> c.key().equals(key)).findFirst();
      change.stream()
          .flatMap(c -> c.adds().stream())
          .filter(segment -> !live.contains(segment.name()))
          .forEach(segment -> added.add(new LiveSegment(segment, commit.version())));
      if (commit.version() <= next) {
        lineage.add(commit.version());
        next = before(commit, change);
      }
    }
    return new Earlier(store, added, lineage);
  }

  /** The version that a commit was made on: of a rollback the one that it brought back. */
  private static long before(Commit commit, Optional<Change> change) {
    String target = commit.details().get(Rollback.TARGET);
    return change.isPresent() && commit.operation() == Operation.ROLLBACK && target != null
        ? Long.parseLong(target)
        : commit.version() - 1;
  }

  /** The records of an id, newest first. */
  List<Entry> recordsOf(String id) throws IOException {
    List<SegmentSource> sources = new ArrayList<>();
    for (LiveSegment one : segments) {
      if (mayHold(one.segment(), id)) {
        open(one).ifPresent(sources::add);
      }
    }
    return KeyMerge.entriesOf(sources, id).stream()
        .filter(entry -> !entry.isDeletion() && lineage.contains(entry.commit()))
        .sorted(Comparator.comparing(Entry::commit).thenComparing(Entry::position).reversed())
        .toList();
  }

  private Optional<SegmentSource> open(LiveSegment one) throws IOException {
    String name = one.segment().name();
    Optional<SegmentSource> known = opened.get(name);
    if (known == null) {
      known = tryOpen(one);
      opened.put(name, known);
    }
    return known;
  }

  /** A vacuum may have deleted it, and may be doing so. */
  private Optional<SegmentSource> tryOpen(LiveSegment one) throws IOException {
    try {
      return Optional.of(SegmentSource.open(store.files(), one));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean mayHold(Segment segment, String id) {
    return Utf8Order.compare(segment.minId(), id) <= 0
        && Utf8Order.compare(id, segment.maxId()) <= 0;
  }

  @Override
  public void close() throws IOException {
    for (Optional<SegmentSource> source : opened.values()) {
      if (source.isPresent()) {
        source.get().close();
      }
    }
  }
}
