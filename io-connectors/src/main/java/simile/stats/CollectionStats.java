package simile.stats;

import java.util.Optional;
import simile.log.CollectionKey;

/**
 * What a collection holds.
 *
 * @param key the collection
 * @param segments live ones
 * @param rows records in live segments, also those that later ones hide
 * @param tombstones in live segments
 * @param files of live segments
 * @param olderBytes of files that only older kept versions need
 * @param overlap in how many segments an id has to be looked for
 * @param live what only reading tells; empty if nothing was read
 */
public record CollectionStats(
    CollectionKey key,
    long segments,
    long rows,
    long tombstones,
    FileTotals files,
    long olderBytes,
    Overlap overlap,
    Optional<LiveStats> live) {}
