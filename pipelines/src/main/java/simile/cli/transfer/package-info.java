/**
 * Commands that carry records out of a store.
 *
 * <p>May use: {@code simile.jobs.export}, {@code simile.cli.option}, {@code simile.cli.console}.
 * Used by: {@code simile.cli}.
 */
package simile.cli.transfer;
