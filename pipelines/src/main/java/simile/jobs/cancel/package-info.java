/**
 * Cancels runs, by an entry in the log that keeps them from ever committing.
 *
 * <p>May use: the store, {@code simile.workflow}, {@code simile.jobs}. Used by: {@code simile.cli}.
 */
package simile.jobs.cancel;
