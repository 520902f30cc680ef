package simile.proof.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.Operation;

/**
 * What every version must hold: the log says in which order runs committed, and the ledger knows
 * what each was to do. Accepts no entry that no run was to make, and none twice.
 */
final class Ledger {
  private final List<Contents> versions = new ArrayList<>(List.of(Contents.NONE));
  private final List<Commit> entries = new ArrayList<>();
  private final Map<String, Effect> effects = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private long oldest;
  private final SortedMap<String, Long> tags = new TreeMap<>();

  /** What a run does to what it finds. */
  interface Effect {
    /**
     * @param commit the version that it makes
     */
    Contents on(Contents before, long commit);

    /** Changes no record. */
    Effect NONE = (before, commit) -> before;
  }

  /** What is known so far, from here on apart. */
  Ledger copy() {
    Ledger copy = new Ledger();
    copy.versions.addAll(versions.subList(1, versions.size()));
    copy.entries.addAll(entries);
    copy.effects.putAll(effects);
    copy.settled.addAll(settled);
    copy.retain(oldest, tags);
    return copy;
  }

  /** Announces a run. */
  void expect(String run, Effect effect) {
    effects.put(run, effect);
  }

  /** Takes in what was committed since. */
  void follow(CommitLog log) throws IOException {
    long newest = log.latestVersion();
    require(newest >= latest(), "the log lost entries: it ends at " + newest);
    for (long version = latest() + 1; version <= newest; version++) {
      apply(log.read(version));
    }
  }

  private void apply(Commit entry) {
    String run = entry.runId();
    require(effects.containsKey(run), "unknown run in the log: " + run);
    boolean compacts = entry.operation() == Operation.COMPACT;
    require(compacts || settled.add(run), run + " committed twice");
    if (entry.operation() == Operation.TAG || entry.operation() == Operation.VACUUM) {
      entry.retention().ifPresent(kept -> retain(kept.oldest(), kept.tags()));
    }
    boolean changes = entry.operation().changesCollections() && !compacts;
    Contents before = latestContents();
    versions.add(changes ? effects.get(run).on(before, entry.version()) : before);
    entries.add(entry);
  }

  private void retain(long newOldest, Map<String, Long> newTags) {
    require(newOldest >= oldest, "the oldest version kept fell to " + newOldest);
    oldest = newOldest;
    tags.clear();
    tags.putAll(newTags);
  }

  /** Whether a run is in the log, or would change no record. */
  boolean isDone(String run) {
    Contents now = latestContents();
    return isSettled(run) || effects.get(run).on(now, latest() + 1).live().equals(now.live());
  }

  boolean isSettled(String run) {
    return settled.contains(run);
  }

  long latest() {
    return entries.size();
  }

  Contents latestContents() {
    return versions.get(versions.size() - 1);
  }

  Contents at(long version) {
    return versions.get((int) version);
  }

  /** An entry, by its version from 1. */
  Commit entry(long version) {
    return entries.get((int) version - 1);
  }

  /** The first entry of a run. */
  Commit entryOf(String run) {
    return entries.stream().filter(entry -> entry.runId().equals(run)).findFirst().orElseThrow();
  }

  boolean keeps(long version) {
    return version >= oldest || tags.containsValue(version);
  }

  /** Whether an operation was committed after a version. */
  boolean hasSince(long version, Operation operation) {
    return entries.subList((int) version, entries.size()).stream()
        .anyMatch(entry -> entry.operation() == operation);
  }

  /** Every version that is kept. */
  Set<Long> kept() {
    return LongStream.rangeClosed(1, latest())
        .filter(this::keeps)
        .boxed()
        .collect(Collectors.toSet());
  }

  SortedMap<String, Long> tags() {
    return tags;
  }

  /** The version so many before the newest, at least 1. */
  long back(int versions) {
    return Math.max(1, latest() - versions);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
