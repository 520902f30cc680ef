package simile.export;

import java.io.Serializable;

/**
 * What was published.
 *
 * @param rows records
 * @param files how many
 * @param bytes of all
 */
public record ExportOutcome(long rows, int files, long bytes) implements Serializable {}
