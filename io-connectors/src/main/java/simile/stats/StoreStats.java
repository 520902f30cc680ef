package simile.stats;

import java.util.List;

/**
 * What a store holds.
 *
 * @param version the newest
 * @param oldest the oldest version that is kept with all after it
 * @param kept how many versions are kept, tagged ones included
 * @param tags how many tags there are
 * @param logFiles entries and checkpoints
 * @param logBytes of them
 * @param collections each, by name
 */
public record StoreStats(
    long version,
    long oldest,
    long kept,
    long tags,
    long logFiles,
    long logBytes,
    List<CollectionStats> collections) {

  public StoreStats {
    collections = List.copyOf(collections);
  }
}
