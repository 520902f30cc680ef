/**
 * Records in memory: columns, and batches of rows that are offsets into the bytes they came in.
 *
 * <p>A batch is columnar and allocates nothing per row: a row's line stays where it was read, and a
 * column's value is a span of that line. Whoever parses (see {@code simile.contract}, {@code
 * simile.rewrite}) fills a {@link simile.record.RecordBatchBuilder}; the formats read the batch.
 *
 * <p>May use: the JDK. Used by: formats, store, contracts.
 */
package simile.record;
