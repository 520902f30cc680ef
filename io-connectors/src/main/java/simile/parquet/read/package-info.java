/**
 * Reading Parquet, anyone's, as lines of JSON.
 *
 * <p>May use: {@code jsonl} (slabs), {@code parquet}, {@code parquet.format}, zstd-jni, Jackson's
 * writing of numbers. Used by: imports, connectors.
 */
package simile.parquet.read;
