/**
 * What a segment is, and what becomes of a batch of rows: its files in every format, written in one
 * pass by id.
 *
 * <p>May use: {@code files}, {@code record}, the formats. Used by: the store and the pipelines.
 */
package simile.segment;
