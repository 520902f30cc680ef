/**
 * The job of a stream: watches a folder, and ingests what comes, window by window. One workflow
 * stands for the stream; each window is an entry of the log.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.watch}, Beam. Used by: {@code simile.cli}.
 */
package simile.jobs.watch;
