/**
 * Commands that change what a store says of its records.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.cli.option}, the jobs, the store. Used by:
 * the command line.
 */
package simile.cli.change;
