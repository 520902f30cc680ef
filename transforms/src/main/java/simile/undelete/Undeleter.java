package simile.undelete;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.jsonl.Compression;
import simile.layout.Layout;
import simile.layout.Names;
import simile.log.Appended;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitUnknownException;
import simile.log.Operation;
import simile.log.State;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.SegmentSources;
import simile.record.Utf8Order;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;
import simile.store.Store;
import simile.store.StoreNotFoundException;

/**
 * Brings deleted records back. Of an id that has no live record, the newest record is written
 * again: it is looked for in the live segments, where a deletion hides it, and then in those that
 * compactions replaced, as long as their files are there.
 */
public final class Undeleter {
  /** How often it is tried again because others changed the collection meanwhile. */
  private static final int ATTEMPTS = 20;

  private final Store store;
  private final UndeletePlan plan;
  private final CollectionKey key;

  public Undeleter(Store store, UndeletePlan plan) {
    this.store = store;
    this.plan = plan;
    this.key = new CollectionKey(plan.context(), plan.collection());
  }

  /**
   * Runs to the end.
   *
   * @return what is back; if nothing is, nothing was committed
   * @throws StoreNotFoundException if nothing was ever written to the collection
   * @throws CommitConflictException nothing was committed: others change the collection all the
   *     time, or the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  public UndeleteOutcome run() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(attempt);
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private UndeleteOutcome attempt(int attempt) throws IOException {
    State state = store.log().state();
    CollectionState stored =
        state
            .collection(key)
            .orElseThrow(() -> new StoreNotFoundException("nothing was ever written to " + key));
    Set<String> ids = new TreeSet<>(Utf8Order::compare);
    ids.addAll(plan.ids());
    Set<String> live =
        stored.segments().stream().map(s -> s.segment().name()).collect(Collectors.toSet());
    try (SegmentSources sources = SegmentSources.open(store.files(), candidates(stored, ids));
        Earlier earlier = Earlier.of(store, key, live);
        Restored restored = restored(stored, attempt)) {
      return write(state, stored, ids, new Search(sources, earlier), restored);
    }
  }

  /** Where records are looked for. */
  private record Search(SegmentSources live, Earlier earlier) {}

  private UndeleteOutcome write(
      State state, CollectionState stored, Set<String> ids, Search search, Restored restored)
      throws IOException {
    List<String> back = new ArrayList<>();
    List<String> live = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    try {
      for (String id : ids) {
        List<Entry> entries = KeyMerge.entriesOf(search.live().list(), id);
        if (!entries.isEmpty() && !entries.get(0).isDeletion()) {
          live.add(id);
        } else if (addNewest(entries, restored)
            || addNewest(search.earlier().recordsOf(id), restored)) {
          back.add(id);
        } else {
          gone.add(id);
        }
      }
      List<Segment> segments = restored.finish();
      OptionalLong version =
          back.isEmpty()
              ? OptionalLong.empty()
              : OptionalLong.of(commit(state, stored, segments, back, live, gone).version());
      return new UndeleteOutcome(version, back, live, gone);
    } catch (CommitUnknownException e) {
      throw e; // the log may name them
    } catch (IOException | RuntimeException e) {
      restored.discard(e);
      throw e;
    }
  }

  /** Writes the first record whose files are there. */
  private static boolean addNewest(List<Entry> entries, Restored restored) throws IOException {
    for (Entry entry : entries) {
      if (!entry.isDeletion() && restored.add(entry)) {
        return true;
      }
    }
    return false;
  }

  private Commit commit(
      State state,
      CollectionState stored,
      List<Segment> segments,
      List<String> back,
      List<String> live,
      List<String> gone)
      throws IOException {
    UndeleteDraft draft = new UndeleteDraft(plan, stored, segments, back, live, gone);
    draft.requireWhole(store.files());
    Appended appended = store.log().append(draft.commit(), state.version(), this::conflict);
    return appended.commit();
  }

  /** A record that came meanwhile must not be hidden by an older one; compactions bring none. */
  private Optional<String> conflict(List<Commit> since) {
    return since.stream()
        .filter(commit -> commit.operation() != Operation.COMPACT)
        .filter(commit -> commit.changes().stream().anyMatch(c -> c.key().equals(key)))
        .findFirst()
        .map(commit -> "version " + commit.version() + " changed " + key + " meanwhile");
  }

  private static List<LiveSegment> candidates(CollectionState stored, Set<String> ids) {
    return stored.segments().stream()
        .filter(live -> ids.stream().anyMatch(id -> mayHold(live.segment(), id)))
        .toList();
  }

  private static boolean mayHold(Segment segment, String id) {
    return Utf8Order.compare(segment.minId(), id) <= 0
        && Utf8Order.compare(id, segment.maxId()) <= 0;
  }

  private Restored restored(CollectionState stored, int attempt) throws IOException {
    boolean sqlite =
        stored.segments().stream().anyMatch(s -> s.segment().file(FileKind.SQLITE).isPresent());
    boolean any = stored.segments().stream().anyMatch(s -> s.segment().rows() > 0);
    SegmentWriter writer =
        new SegmentWriter(
            store.files(),
            Layout.collection(plan.context(), plan.collection()),
            new SegmentOptions(Compression.NONE, sqlite || !any),
            new Stages());
    String unique = UUID.randomUUID().toString().substring(0, 8);
    String stem = "%s-%05d".formatted(Names.fileStem(plan.runId()), attempt);
    return new Restored(store.files(), stored.schema(), unstored(stored), writer, stem, unique);
  }

  private Set<String> unstored(CollectionState stored) throws IOException {
    String path = stored.contract().path();
    try {
      Contract contract = ContractParser.parse(path, store.files().read(path));
      return contract.unstored();
    } catch (ContractException e) {
      throw new IOException(
          "the store's own contract " + path + " is damaged; restore it from a backup", e);
    }
  }
}
