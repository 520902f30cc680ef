package simile.log;

/**
 * What became of an append.
 *
 * @param commit the entry that holds the run
 * @param adopted whether it was found in the log (committed by an earlier attempt, a duplicate, or
 *     by this one while the answer was lost) rather than acknowledged to this call
 */
public record Appended(Commit commit, boolean adopted) {}
