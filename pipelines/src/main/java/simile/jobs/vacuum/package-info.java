/**
 * The job that gives versions up and deletes what nothing needs.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.vacuum} and below. Used by: {@code simile.cli}.
 */
package simile.jobs.vacuum;
