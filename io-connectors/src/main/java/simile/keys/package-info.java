/**
 * The key file: for each row of a segment, by id, its order and its place, so that merging, pruning
 * and repair need not open the rest.
 *
 * <h2>Bytes</h2>
 *
 * <p>Integers are little-endian; {@code varint} is LEB128 of an unsigned 64-bit value. The file is
 *
 * <pre>
 * magic     8 bytes  "SIMKEYS1"
 * blocks    entries, {@value simile.keys.KeyFile#BLOCK_ENTRIES} a block (fewer in the last), sorted by id as unsigned UTF-8 bytes
 * footer    see below
 * trailer   8 bytes footer offset, 4 bytes CRC-32C of the footer, 8 bytes "1SYEKMIS"
 * </pre>
 *
 * <p>An entry is
 *
 * <pre>
 * varint    bytes of the id shared with the entry before it (0 for the first of a block)
 * varint    bytes that follow
 * bytes     the rest of the id
 * byte      flags: 1 = deletion, 2 = the row has a vector
 * varint    commit: 0 = the commit that added the segment (fresh rows), else the row's own (written by compaction)
 * varint    position in the input of that commit, see {@link simile.record.Position}
 * (and for a record, not for a deletion)
 * varint    JSONL file, by its index in the footer
 * varint    offset in that file in uncompressed bytes
 * varint    length in bytes, without the line end
 * 4 bytes   CRC-32C of those bytes
 * </pre>
 *
 * <p>The footer is
 *
 * <pre>
 * varint    entries
 * varint    JSONL files; for each: varint length and UTF-8 bytes of its path relative to the store, varint number of compressed blocks,
 *           and if that is not 0: varint uncompressed bytes, varint bytes, and for each block varint uncompressed start, varint start
 * varint    blocks; for each: varint length and bytes of its first id, varint offset, varint rank of the first vector in it, 4 bytes CRC-32C
 * </pre>
 *
 * <p>The k-th entry with flag 2 (from 0) has the k-th vector of the segment's NPZ.
 *
 * <p>May use: {@code files}, {@code record}, {@code segment} descriptors. Used by: {@code
 * segment.write}, {@code store}.
 */
package simile.keys;
