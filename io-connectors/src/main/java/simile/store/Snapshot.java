package simile.store;

import java.io.IOException;
import java.util.Set;
import simile.files.StoreFiles;
import simile.keys.KeyIndexes;
import simile.log.CollectionKey;
import simile.log.State;

/** A version of a store, to read. It never changes, whatever is committed meanwhile. */
public final class Snapshot {
  private final StoreFiles files;
  private final State state;
  private final KeyIndexes indexes;

  Snapshot(StoreFiles files, State state, KeyIndexes indexes) {
    this.files = files;
    this.state = state;
    this.indexes = indexes;
  }

  public long version() {
    return state.version();
  }

  /** Every collection that has been written to. */
  public Set<CollectionKey> collections() {
    return state.collections().keySet();
  }

  /**
   * A collection.
   *
   * @throws StoreNotFoundException if nothing was ever written to it
   */
  public CollectionSnapshot collection(String context, String collection) throws IOException {
    CollectionKey key = new CollectionKey(context, collection);
    return state
        .collection(key)
        .map(found -> new CollectionSnapshot(files, state.version(), key, found, indexes))
        .orElseThrow(
            () ->
                new StoreNotFoundException(
                    "version "
                        + state.version()
                        + " of "
                        + files.root()
                        + " has no collection '"
                        + collection
                        + "' in context '"
                        + context
                        + "'; it has "
                        + collections().stream()
                            .map(k -> k.context() + "/" + k.collection())
                            .toList()));
  }
}
