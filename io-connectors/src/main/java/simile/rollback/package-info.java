/**
 * Rolling back: the segments of an earlier version become live again, in a new version. Files are
 * neither written nor deleted.
 *
 * <p>May use: {@code simile.files}, {@code simile.log}, {@code simile.segment}, {@code
 * simile.store}. Used by: the jobs.
 */
package simile.rollback;
