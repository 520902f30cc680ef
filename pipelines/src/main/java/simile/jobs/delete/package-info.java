/**
 * The delete as a job: arguments in, a version that hides records out; and its undoing.
 *
 * <p>May use: {@code simile.jobs}, the transforms, the store. Used by: the command line, and
 * programs that schedule deletes.
 */
package simile.jobs.delete;
