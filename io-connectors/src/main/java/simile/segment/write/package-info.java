/**
 * Writes a segment: one batch of rows, sorted once, in every format.
 *
 * <p>May use: {@code files}, {@code record}, {@code segment} and the formats. Used by: the ingest,
 * and whatever rewrites segments.
 */
package simile.segment.write;
