package simile.lineage;

/**
 * How much was read or written.
 *
 * @param rows records; -1 if nobody knows
 * @param bytes as stored; -1 if nobody knows
 * @param files how many; -1 if nobody knows
 */
public record Statistics(long rows, long bytes, long files) {}
