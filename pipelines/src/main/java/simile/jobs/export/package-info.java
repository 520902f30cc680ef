/**
 * The export as a job: arguments in, files of one version out. It leaves no entry in the log.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.export} and what these use. Used by: the command
 * line, and programs that schedule exports.
 */
package simile.jobs.export;
