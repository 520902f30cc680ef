/**
 * The store as a place: where its files are, and which names are allowed in it.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, the formats. Used by: the Beam connectors
 * and the pipelines.
 */
package simile.store;
