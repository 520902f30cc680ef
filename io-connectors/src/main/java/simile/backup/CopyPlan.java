package simile.backup;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simile.log.Change;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.Retention;
import simile.log.State;
import simile.segment.DataFile;

/**
 * What the copy of a version consists of.
 *
 * @param version that version
 * @param files by path
 * @param retention what the copy keeps; empty if its log says so already
 */
record CopyPlan(long version, SortedMap<String, DataFile> files, Optional<Retention> retention) {

  long bytes() {
    return files.values().stream().mapToLong(DataFile::bytes).sum();
  }

  /** Plans the copy of a version that is kept. */
  static CopyPlan of(CommitLog log, long version) throws IOException {
    State state = log.stateAt(version);
    SortedMap<String, DataFile> files = new TreeMap<>();
    segmentFiles(state).forEach(file -> files.put(file.path(), file));
    for (long entry = version; entry > 0; entry--) {
      beside(log.read(entry)).forEach(file -> files.put(file.path(), file));
    }
    Retention kept = retention(log, version, files.keySet());
    boolean said = state.retention().equals(kept);
    return new CopyPlan(version, files, said ? Optional.empty() : Optional.of(kept));
  }

  private static Stream<DataFile> beside(Commit commit) {
    return Stream.concat(
        commit.audit().stream(),
        commit.changes().stream().map(Change::files).flatMap(Collection::stream));
  }

  private static Stream<DataFile> segmentFiles(State state) {
    return state.collections().values().stream()
        .flatMap(collection -> collection.segments().stream())
        .flatMap(live -> live.segment().files().stream());
  }

  /** The versions, of those that the source keeps, whose files are all copied. */
  private static Retention retention(CommitLog log, long version, Set<String> copied)
      throws IOException {
    Retention source = log.state().retention();
    SortedMap<String, Long> tags = new TreeMap<>(source.tags());
    Set<Long> whole = new HashSet<>();
    for (long tagged : new HashSet<>(tags.values())) {
      if (tagged <= version && isWhole(log, tagged, copied)) {
        whole.add(tagged);
      }
    }
    tags.values().retainAll(whole);
    long least = Math.max(1, log.stateAt(version).retention().oldest());
    long oldest = version;
    while (oldest > least
        && source.keeps(oldest - 1)
        && (onlyAdds(log.read(oldest)) || isWhole(log, oldest - 1, copied))) {
      oldest--;
    }
    return new Retention(oldest == 1 && least == 1 ? 0 : oldest, tags);
  }

  /** Then the version before needs no file that this one does not, and need not be looked at. */
  private static boolean onlyAdds(Commit commit) {
    return commit.changes().stream().allMatch(change -> change.removes().isEmpty());
  }

  private static boolean isWhole(CommitLog log, long version, Set<String> copied)
      throws IOException {
    return copied.containsAll(
        segmentFiles(log.stateAt(version)).map(DataFile::path).collect(Collectors.toSet()));
  }
}
