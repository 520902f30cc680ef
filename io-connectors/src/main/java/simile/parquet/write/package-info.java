/**
 * Writing Parquet: records taken apart into columns, columns into pages, pages into row groups.
 *
 * <p>May use: {@code json.walk}, {@code record}, {@code parquet}, {@code parquet.format}, zstd-jni.
 * Used by: exports, connectors.
 */
package simile.parquet.write;
