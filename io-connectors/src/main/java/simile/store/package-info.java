/**
 * The store, to read: versions, snapshots, and the records in them.
 *
 * <p>May use: {@code simile.files}, {@code simile.layout}, {@code simile.log}, {@code
 * simile.query}, {@code simile.workflow}. Used by: the ingest, the jobs and the command line; made
 * to be embedded in other programs too.
 */
package simile.store;
