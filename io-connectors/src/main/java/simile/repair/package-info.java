/**
 * Finds out what of a damaged store can be mended, and mends it.
 *
 * <p>Shards, lists of tombstones and what describes an NPZ are derived from a segment's key file,
 * JSONL and NPZ. Written again they have the same bytes, so they are put back under their names,
 * for every version at once and without a commit. Where that is not so (another version of SQLite
 * wrote them), or rows are lost, the segment is written again under a new name, its rows with their
 * commits and positions, to replace the old one in a commit.
 *
 * <p>May use: the formats, {@code simile.log}, {@code simile.merge}, {@code simile.rewrite}, {@code
 * simile.verify}. Used by: the repair job.
 */
package simile.repair;
