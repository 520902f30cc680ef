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
import java.util.stream.Stream;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.Operation;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.SegmentSource;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.store.Store;

/**
 * Segments that are not live any more, since compactions replaced them, and whose files are still
 * there. What a rollback took away is not among them: nobody deleted it. Opened when they are
 * asked.
 */
final class Earlier implements Closeable {
  private final Store store;
  private final List<LiveSegment> segments;
  private final Map<String, Optional<SegmentSource>> opened = new HashMap<>();

  private Earlier(Store store, List<LiveSegment> segments) {
    this.store = store;
    this.segments = segments;
  }

  /**
   * Lists them.
   *
   * @param live the names of those that are live
   */
  static Earlier of(Store store, CollectionKey key, Set<String> live) throws IOException {
    List<LiveSegment> added = new ArrayList<>();
    Set<String> givenUp = new HashSet<>();
    try (Stream<Commit> history = store.log().history()) {
      for (Commit commit : (Iterable<Commit>) history::iterator) {
        for (Change change : commit.changes()) {
          if (change.key().equals(key)) {
            change.adds().forEach(s -> added.add(new LiveSegment(s, commit.version())));
            if (commit.operation() == Operation.ROLLBACK) {
              givenUp.addAll(change.removes());
            }
          }
        }
      }
    }
    return new Earlier(
        store,
        added.stream()
            .filter(a -> !live.contains(a.segment().name()))
            .filter(a -> !givenUp.contains(a.segment().name()))
            .toList());
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
        .filter(entry -> !entry.isDeletion())
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
