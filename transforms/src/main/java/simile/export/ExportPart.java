package simile.export;

import java.io.Serializable;
import simile.record.IdRange;

/**
 * A numbered range of ids: the unit of retry.
 *
 * @param number from 0, in the order of ids
 * @param range the ids
 */
public record ExportPart(int number, IdRange range) implements Serializable {}
