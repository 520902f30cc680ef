/**
 * The commands that change what a store holds, or how.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.cli.option}, {@code simile.jobs}, {@code
 * simile.store}. Used by: {@code simile.cli}.
 */
package simile.cli.change;
