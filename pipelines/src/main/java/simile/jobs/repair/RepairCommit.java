package simile.jobs.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import simile.files.FailedWrite;
import simile.layout.Names;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.log.State;
import simile.repair.Mender;
import simile.repair.SegmentDamage;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.Store;

/** Writes damaged segments again, and puts them in the old ones' places by one entry of the log. */
final class RepairCommit {
  private final Store store;
  private final RepairArgs args;
  private final State state;
  private final Map<CollectionKey, List<Segment>> adds = new LinkedHashMap<>();
  private final Map<CollectionKey, List<String>> removes = new LinkedHashMap<>();
  private final Quarantine quarantine;
  private long lost;

  /**
   * @param state the version that is repaired
   */
  RepairCommit(Store store, RepairArgs args, State state) {
    this.store = store;
    this.args = args;
    this.state = state;
    this.quarantine = new Quarantine(store.files(), args.runId());
  }

  /**
   * Does it.
   *
   * @throws CommitConflictException if another commit removed a segment or changed a contract
   *     meanwhile; what was written is deleted
   */
  void commit(List<SegmentDamage> damages, Map<CollectionKey, Mender> menders) throws IOException {
    try {
      for (SegmentDamage damage : damages) {
        rewrite(damage, menders.get(damage.kept().key()));
      }
      quarantine.list();
      DraftCommit draft = draft();
      store.log().append(draft, state.version(), since -> conflict(since, draft.changes()));
    } catch (CommitConflictException e) {
      FailedWrite.discard(store.files(), paths(), e);
      throw e;
    }
  }

  private void rewrite(SegmentDamage damage, Mender mender) throws IOException {
    CollectionKey key = damage.kept().key();
    String attempt = UUID.randomUUID().toString().substring(0, 8);
    String name = "%s-%05d-00-%s".formatted(Names.fileStem(args.runId()), removes.size(), attempt);
    Optional<Segment> segment = mender.rewrite(damage, name);
    adds.computeIfAbsent(key, k -> new ArrayList<>()).addAll(segment.stream().toList());
    removes.computeIfAbsent(key, k -> new ArrayList<>()).add(damage.kept().live().segment().name());
    quarantine.take(damage, mender);
    lost += damage.lostIds().size();
  }

  private List<Segment> written() {
    return adds.values().stream().flatMap(List::stream).toList();
  }

  private List<String> paths() {
    return written().stream().flatMap(s -> s.files().stream()).map(DataFile::path).toList();
  }

  /** A contract that came meanwhile must not give way to the one before it. */
  private static Optional<String> conflict(List<Commit> since, List<Change> changes) {
    return since.stream()
        .flatMap(commit -> commit.changes().stream())
        .filter(other -> changes.stream().anyMatch(change -> isOfOtherContract(change, other)))
        .findFirst()
        .map(other -> "the contract of " + other.key() + " changed meanwhile");
  }

  private static boolean isOfOtherContract(Change change, Change other) {
    return change.key().equals(other.key()) && !change.contract().equals(other.contract());
  }

  private DraftCommit draft() {
    long rows = written().stream().mapToLong(Segment::rows).sum();
    long bytes =
        written().stream().flatMap(s -> s.files().stream()).mapToLong(DataFile::bytes).sum();
    return new DraftCommit(
        Operation.REPAIR,
        args.runId(),
        args.runId(),
        args.digest(),
        removes.keySet().stream().map(this::change).toList(),
        Optional.empty(),
        List.of(),
        new Counts(0, 0, 0, 0, 0, rows, 0, bytes),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>(
            Map.of("lost_records", Long.toString(lost), "quarantine", quarantine.folder())));
  }

  private Change change(CollectionKey key) {
    CollectionState collection = state.collections().get(key);
    return new Change(
        key.context(),
        key.collection(),
        collection.contract(),
        collection.schema(),
        adds.get(key),
        List.of(),
        removes.get(key),
        List.of());
  }
}
