/**
 * Deletion: parts in, tombstone segments out, one commit.
 *
 * <p>{@link simile.delete.DeleteParts} turns each part of the work (a piece of a list of ids, or a
 * range of the collection's ids that criteria are asked of) into segments of tombstones; {@link
 * simile.delete.CommitDelete} gathers what they say of themselves and appends one entry to the log.
 * The two transforms only wire: the work is in {@link simile.delete.PartDeleter} and {@link
 * simile.delete.DeleteCommitter}, which know no Beam.
 *
 * <p>May use: {@code ingest} (for what every run does at its end), formats, store. Used by: the
 * jobs.
 */
package simile.delete;
