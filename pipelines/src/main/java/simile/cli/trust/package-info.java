/**
 * The commands that tell whether a store can be trusted, and mend it.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.cli.option}, {@code simile.jobs}, {@code
 * simile.verify}, {@code simile.stats}. Used by: the command line.
 */
package simile.cli.trust;
