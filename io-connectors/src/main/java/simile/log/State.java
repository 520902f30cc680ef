package simile.log;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log says the store holds, as of a version.
 *
 * @param version the version; 0 before the first commit
 * @param collections every collection that a commit up to then named
 */
public record State(long version, SortedMap<CollectionKey, CollectionState> collections) {
  public State(long version, Map<CollectionKey, CollectionState> collections) {
    this(version, new TreeMap<>(collections));
  }

  public State {
    collections = Collections.unmodifiableSortedMap(new TreeMap<>(collections));
  }

  public Optional<CollectionState> collection(CollectionKey key) {
    return Optional.ofNullable(collections.get(key));
  }
}
