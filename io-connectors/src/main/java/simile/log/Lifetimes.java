package simile.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * From which version to which each file is needed. Takes entries as they are, even after others
 * that could not be read.
 */
final class Lifetimes {
  private static final long OPEN = Long.MAX_VALUE;

  private record Span(Owned what, long from, long to) {
    Span until(long end) {
      return new Span(what, from, end);
    }

    boolean isNeeded(Retention kept) {
      return to > kept.oldest() || kept.tags().values().stream().anyMatch(v -> v >= from && v < to);
    }
  }

  private record Owned(CollectionKey key, Schema schema, LiveSegment live) {}

  private final Map<String, Span> live = new LinkedHashMap<>();
  private final List<Span> ended = new ArrayList<>();
  private final Map<String, DataFile> beside = new LinkedHashMap<>();
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private Retention retention = Retention.ALL;

  void apply(Commit commit) {
    commit.files().forEach(file -> named.add(file.path()));
    commit.audit().forEach(file -> beside.put(file.path(), file));
    for (Change change : commit.changes()) {
      apply(change, commit.version());
    }
    retention = commit.retention().orElse(retention);
  }

  private void apply(Change change, long version) {
    change.files().forEach(file -> beside.put(file.path(), file));
    for (String name : change.removes()) {
      Span removed = live.remove(name);
      if (removed != null) {
        ended.add(removed.until(version));
      }
    }
    for (LiveSegment restored : change.restores()) {
      restored.segment().files().forEach(file -> named.add(file.path()));
      begin(change, restored, version);
    }
    for (Segment segment : change.adds()) {
      begin(change, new LiveSegment(segment, version), version);
    }
  }

  private void begin(Change change, LiveSegment segment, long version) {
    String name = segment.segment().name();
    Schema schema = schemas.computeIfAbsent(name, n -> change.schema());
    live.put(name, new Span(new Owned(change.key(), schema, segment), version, OPEN));
  }

  /** Takes what a checkpoint says after entries that could not be read. */
  void resume(State state) {
    retention = state.retention();
    Set<String> now = new HashSet<>();
    state
        .collections()
        .forEach(
            (key, collection) -> {
              for (LiveSegment segment : collection.segments()) {
                String name = segment.segment().name();
                now.add(name);
                segment.segment().files().forEach(file -> named.add(file.path()));
                live.computeIfAbsent(
                    name,
                    n ->
                        new Span(
                            new Owned(key, collection.schema(), segment), state.version(), OPEN));
              }
            });
    for (String name : List.copyOf(live.keySet())) {
      if (!now.contains(name)) {
        ended.add(live.remove(name).until(state.version()));
      }
    }
  }

  Retention retention() {
    return retention;
  }

  Set<String> named() {
    return named;
  }

  List<KeptSegment> segments() {
    Map<String, KeptSegment> kept = new LinkedHashMap<>();
    for (Span span : ended) {
      if (span.isNeeded(retention) && !live.containsKey(span.what().live().segment().name())) {
        kept.put(span.what().live().segment().name(), kept(span.what(), false));
      }
    }
    live.forEach((name, span) -> kept.put(name, kept(span.what(), true)));
    return List.copyOf(kept.values());
  }

  private static KeptSegment kept(Owned owned, boolean isLive) {
    return new KeptSegment(owned.key(), owned.schema(), owned.live(), isLive);
  }

  /** Contracts and audits, which are kept for good. */
  List<DataFile> beside() {
    return List.copyOf(beside.values());
  }
}
