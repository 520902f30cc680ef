/**
 * Takes the rejected records of a run once more, through a newer contract.
 *
 * <p>May use: the store, {@code simile.jobs}. Used by: {@code simile.cli}.
 */
package simile.jobs.replay;
