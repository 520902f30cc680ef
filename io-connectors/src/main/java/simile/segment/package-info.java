/**
 * What a segment is: descriptors of its files, and where its rows lie in them.
 *
 * <p>May use: {@code record}. Used by: the formats, the log, the store and the pipelines.
 */
package simile.segment;
