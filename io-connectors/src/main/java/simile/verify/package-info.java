/**
 * Whether a store is what its log says: what is damaged, missing or left over, file by file.
 *
 * <p>The quick check reads the log (every entry, every checkpoint) and asks for the size of every
 * file that a kept version needs. The full one reads every byte: SHA-256 of each file, and whether
 * a segment's key file, JSONL, shard, NPZ, tombstones and statistics say the same. It is no
 * pipeline: nothing is shuffled, each segment is checked where it lies by one of a few threads in
 * memory that does not grow with it, and it must start at once when a store is in doubt.
 *
 * <p>Nothing is changed, and nothing stops at the first fault: what cannot be read is a finding.
 *
 * <p>May use: the formats, {@code simile.log}, {@code simile.merge}, {@code simile.workflow}. Used
 * by: the command line and repair.
 */
package simile.verify;
