/**
 * The ingest: splits in, descriptors out, one commit.
 *
 * <p>{@link simile.ingest.WriteSegments} turns each split into segments by composing plain
 * functions over slabs (read, check, sort, write); {@link simile.ingest.CommitRun} gathers what
 * they say of themselves, decides the gate and appends one entry to the log. The two transforms
 * only wire: the work is in {@link simile.ingest.SplitIngester} and {@link
 * simile.ingest.RunCommitter}, which know no Beam.
 *
 * <p>May use: contracts, formats, store. Used by: the jobs.
 */
package simile.ingest;
