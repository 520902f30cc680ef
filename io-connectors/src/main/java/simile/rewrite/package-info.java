/**
 * Rows that are stored already, made into batches again, so that they can be written to other
 * segments.
 *
 * <p>A stored line was checked when it came in, and is what its checksum says: it is not judged
 * again. It is taken apart by the schema alone, as the contract's check takes it apart, with the
 * same columns, partition and unknown members; a value that does not fit its column, because an
 * older contract let it in, counts as an unknown member, so that nothing is lost. Lines already
 * hold their derived ids and times, and never the embedding.
 *
 * <p>Made-up analogies of 530 bytes, one thread, its own CPU time: 1,300,000 lines a second, 2.5
 * times as many as the contract's check takes ({@code RewriteThroughput}).
 *
 * <p>May use: {@code json}, {@code json.walk}, {@code record}. Used by: compaction, undelete,
 * repair.
 */
package simile.rewrite;
