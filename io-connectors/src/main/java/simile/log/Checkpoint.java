package simile.log;

import java.util.SortedMap;

/**
 * What replaying the log up to a version yields, kept so that opening need not replay. Derived: it
 * can be deleted, and a damaged one is passed over.
 *
 * @param entrySha256 of the bytes of that version's entry
 * @param state the live segments, contracts and schemas
 * @param tokens the entry that settled each token
 * @param runs the latest entry of each run
 */
record Checkpoint(
    String entrySha256,
    State state,
    SortedMap<String, LogMark> tokens,
    SortedMap<String, LogMark> runs) {}
