package simile.rollback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import simile.files.StoreFiles;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.State;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.store.AsOf;
import simile.store.Store;
import simile.store.StoreNotFoundException;

/** Finds what must change so that collections are again as an earlier version has them. */
public final class RollbackPlanner {
  private final Store store;

  public RollbackPlanner(Store store) {
    this.store = store;
  }

  /**
   * Plans on the newest version.
   *
   * @param to the version whose records come back; 0 for the empty store
   * @param only the collection to roll back; if empty, all
   * @throws simile.log.NoSuchVersionException if there is no such version, or it was given up
   * @throws StoreNotFoundException if there is no such collection
   * @throws FilesMissingException if a file of that version is not there, or has another size
   */
  public RollbackPlan plan(AsOf to, Optional<CollectionKey> only) throws IOException {
    State now = store.log().state();
    long target = store.snapshot(to).version();
    State then = store.log().stateAt(target);
    if (only.isPresent() && now.collection(only.get()).isEmpty()) {
      throw new StoreNotFoundException(
          "there is no collection %s to roll back; there are %s"
              .formatted(only.get(), now.collections().keySet()));
    }
    List<Change> changes = new ArrayList<>();
    for (CollectionKey key : now.collections().keySet()) {
      if (only.map(key::equals).orElse(true)) {
        change(key, now.collections().get(key), then.collection(key)).ifPresent(changes::add);
      }
    }
    for (Change change : changes) {
      requireFiles(target, then.collection(change.key()));
    }
    return new RollbackPlan(now.version(), target, only, changes);
  }

  /** A collection that did not exist then keeps its contract, and has no segment. */
  private static Optional<Change> change(
      CollectionKey key, CollectionState now, Optional<CollectionState> then) {
    List<LiveSegment> wanted = then.map(CollectionState::segments).orElse(List.of());
    Set<String> live = names(now.segments());
    Set<String> kept = names(wanted);
    List<String> removes = live.stream().filter(name -> !kept.contains(name)).sorted().toList();
    List<LiveSegment> restores =
        wanted.stream().filter(s -> !live.contains(s.segment().name())).toList();
    CollectionState like = then.orElse(now);
    Schema schema = withDimension(like.schema(), now.schema().dimension());
    boolean same =
        removes.isEmpty()
            && restores.isEmpty()
            && like.contract().equals(now.contract())
            && schema.equals(now.schema());
    return same
        ? Optional.empty()
        : Optional.of(
            new Change(
                key.context(),
                key.collection(),
                like.contract(),
                schema,
                List.of(),
                restores,
                removes,
                List.of()));
  }

  /** A dimension, once set, stays. */
  private static Schema withDimension(Schema schema, OptionalInt now) {
    return schema.withDimension(now.isPresent() ? now : schema.dimension());
  }

  private static Set<String> names(List<LiveSegment> segments) {
    return segments.stream()
        .map(live -> live.segment().name())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void requireFiles(long target, Optional<CollectionState> then) throws IOException {
    if (then.isEmpty()) {
      return;
    }
    StoreFiles files = store.files();
    SortedSet<String> missing = new TreeSet<>();
    if (files.size(then.get().contract().path()).isEmpty()) {
      missing.add(then.get().contract().path());
    }
    for (LiveSegment live : then.get().segments()) {
      for (DataFile file : live.segment().files()) {
        OptionalLong size = files.size(file.path());
        if (size.isEmpty() || size.getAsLong() != file.bytes()) {
          missing.add(file.path());
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new FilesMissingException(target, missing);
    }
  }
}
