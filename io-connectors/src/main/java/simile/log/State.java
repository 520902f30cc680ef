package simile.log;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log says the store holds, as of a version.
 *
 * @param version the version; 0 before the first commit
 * @param collections every collection that a commit up to then named
 * @param retention which versions are kept
 */
public record State(
    long version, SortedMap<CollectionKey, CollectionState> collections, Retention retention) {

  public State {
    collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
  }

  public Optional<CollectionState> collection(CollectionKey key) {
    return Optional.ofNullable(collections.get(key));
  }
}
