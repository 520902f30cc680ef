/**
 * Compaction as a job: one run over all collections that it is asked for, one commit a group.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.compact} and what these use. Used by: the command
 * line.
 */
package simile.jobs.compact;
