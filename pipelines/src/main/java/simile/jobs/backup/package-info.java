/**
 * The jobs that copy a version of a store to another place, and back.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.backup} and below. Used by: {@code simile.cli}.
 */
package simile.jobs.backup;
