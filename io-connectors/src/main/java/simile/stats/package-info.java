/**
 * What a store holds and what it costs: live and dead records, files, read amplification, what a
 * compaction would gain, how qualities and domains are distributed.
 *
 * <p>The quick part comes from the log alone. The exact part merges the key files (about 30 bytes a
 * row) and reads each live record once, in memory that does not grow with the store.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, {@code simile.merge}, {@code
 * simile.record}, {@code simile.segment}. Used by: the command line.
 */
package simile.stats;
