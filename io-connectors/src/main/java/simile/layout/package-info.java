/**
 * Where things are in a store, and which names are allowed in it.
 *
 * <p>May use: {@code simile.files}. Used by: {@code simile.store}, {@code simile.workflow} and the
 * pipelines.
 */
package simile.layout;
