/**
 * The job that rolls collections back.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.rollback} and below. Used by: {@code simile.cli}.
 */
package simile.jobs.rollback;
