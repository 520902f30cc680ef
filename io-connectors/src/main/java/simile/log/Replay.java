package simile.log;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** What the log says as of a version; entries are applied to it one after the other. */
final class Replay {
  private final SortedMap<CollectionKey, LiveCollection> collections = new TreeMap<>();
  private final SortedMap<String, LogMark> tokens = new TreeMap<>();
  private final SortedMap<String, LogMark> runs = new TreeMap<>();
  private Retention retention = Retention.ALL;
  private Optional<StoredCommit> last = Optional.empty();

  /** Before the first entry. */
  Replay() {}

  /**
   * As a checkpoint has it.
   *
   * @param last the entry of the checkpoint's version
   */
  Replay(Checkpoint checkpoint, StoredCommit last) {
    checkpoint
        .state()
        .collections()
        .forEach((key, state) -> collections.put(key, new LiveCollection(state)));
    retention = checkpoint.state().retention();
    tokens.putAll(checkpoint.tokens());
    runs.putAll(checkpoint.runs());
    this.last = Optional.of(last);
  }

  long version() {
    return last.map(l -> l.commit().version()).orElse(0L);
  }

  String hash() {
    return last.map(StoredCommit::sha256).orElse("");
  }

  Instant committedAt() {
    return last.map(l -> l.commit().committedAt()).orElse(Instant.MIN);
  }

  Optional<Commit> commit() {
    return last.map(StoredCommit::commit);
  }

  Optional<LogMark> token(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  Optional<LogMark> run(String runId) {
    return Optional.ofNullable(runs.get(runId));
  }

  State state() {
    SortedMap<CollectionKey, CollectionState> states = new TreeMap<>();
    collections.forEach((key, live) -> states.put(key, live.state()));
    return new State(version(), states, retention);
  }

  Checkpoint checkpoint() {
    return new Checkpoint(hash(), state(), copy(tokens), copy(runs));
  }

  /**
   * @throws CorruptLogException if the entry does not follow from those before it
   */
  void apply(StoredCommit entry) throws CorruptLogException {
    Commit commit = entry.commit();
    String path = LogFiles.entry(commit.version());
    expect(commit.version() == version() + 1, path, "its version", "" + (version() + 1));
    expect(commit.parent().equals(hash()), path, "its parent", "'" + hash() + "'");
    expect(
        !commit.committedAt().isBefore(committedAt()), path, "committed_at", "≥ " + committedAt());
    Optional<String> fault = fault(commit);
    if (fault.isPresent()) {
      throw new CorruptLogException(path + ": " + fault.get());
    }
    for (Change change : commit.changes()) {
      collections
          .computeIfAbsent(
              change.key(), k -> new LiveCollection(change.contract(), change.schema()))
          .apply(change, commit.version());
    }
    retention = commit.retention().orElse(retention);
    mark(commit);
    last = Optional.of(entry);
  }

  private Optional<String> fault(Commit commit) {
    return fault(commit.changes(), commit.retention());
  }

  /** Why an entry with these changes cannot follow; empty if it can. */
  Optional<String> fault(Iterable<Change> changes, Optional<Retention> kept) {
    return fault(changes).or(() -> kept.flatMap(this::retentionFault));
  }

  private Optional<String> retentionFault(Retention kept) {
    if (kept.oldest() < retention.oldest()) {
      return Optional.of(
          "keeps versions from %d on, but those before %d were given up"
              .formatted(kept.oldest(), retention.oldest()));
    }
    return kept.tags().entrySet().stream()
        .filter(tag -> tag.getValue() < 1 || tag.getValue() > version())
        .findFirst()
        .map(tag -> "tag '%s' names version %d".formatted(tag.getKey(), tag.getValue()));
  }

  private Optional<String> fault(Iterable<Change> changes) {
    Set<CollectionKey> seen = new HashSet<>();
    for (Change change : changes) {
      if (!seen.add(change.key())) {
        return Optional.of("changes %s twice".formatted(change.key()));
      }
      Optional<LiveCollection> live = Optional.ofNullable(collections.get(change.key()));
      Optional<String> fault = segmentFault(live, change).or(() -> dimensionFault(live, change));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> segmentFault(Optional<LiveCollection> live, Change change) {
    Set<String> removed = new HashSet<>();
    for (String name : change.removes()) {
      if (live.filter(l -> l.isLive(name)).isEmpty() || !removed.add(name)) {
        return Optional.of("removes segment '%s', which is not live".formatted(name));
      }
    }
    Set<String> added = new HashSet<>();
    for (String name : added(change)) {
      if (live.filter(l -> l.isLive(name)).isPresent() || !added.add(name)) {
        return Optional.of("adds segment '%s', which is live already".formatted(name));
      }
    }
    return Optional.empty();
  }

  private static List<String> added(Change change) {
    return Stream.concat(
            change.adds().stream(), change.restores().stream().map(LiveSegment::segment))
        .map(Segment::name)
        .toList();
  }

  private static Optional<String> dimensionFault(Optional<LiveCollection> live, Change change) {
    OptionalInt before = live.map(LiveCollection::dimension).orElse(OptionalInt.empty());
    OptionalInt after = change.schema().dimension();
    return before.isPresent() && after.isPresent() && !before.equals(after)
        ? Optional.of(
            "embeddings of %s have dimension %d; it brings %d"
                .formatted(change.key(), before.getAsInt(), after.getAsInt()))
        : Optional.empty();
  }

  private void mark(Commit commit) {
    LogMark mark = new LogMark(commit.version(), commit.operation());
    runs.put(commit.runId(), mark);
    if (commit.operation().settlesToken()) {
      tokens.putIfAbsent(commit.token(), mark);
    }
  }

  private static void expect(boolean holds, String path, String what, String expected)
      throws CorruptLogException {
    if (!holds) {
      throw new CorruptLogException(
          "%s does not follow from the entry before it: %s; expected %s. Restore the log from a copy of the store"
              .formatted(path, what, expected));
    }
  }

  private static SortedMap<String, LogMark> copy(Map<String, LogMark> marks) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(marks));
  }
}
