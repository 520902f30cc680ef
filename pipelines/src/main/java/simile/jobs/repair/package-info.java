/**
 * The repair of a damaged store: a plan first, then, if asked for, what can be mended.
 *
 * <p>It is no pipeline: damage is local, and what is rebuilt is one segment at a time.
 *
 * <p>May use: {@code simile.repair}, {@code simile.contract}, {@code simile.jobs}. Used by: the
 * command line.
 */
package simile.jobs.repair;
