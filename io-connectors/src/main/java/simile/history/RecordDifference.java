package simile.history;

import java.util.Optional;
import simile.merge.Entry;

/**
 * A record that two versions do not share.
 *
 * @param id its id
 * @param kind what became of it
 * @param before what the first version has; empty if it was inserted
 * @param after what the second version has; empty if it was deleted
 */
public record RecordDifference(
    String id, Difference kind, Optional<Entry> before, Optional<Entry> after) {}
