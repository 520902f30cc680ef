/**
 * {@code simile workflows}: the runs of a store, to look at, to cancel and to run again.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.cli.option}, {@code simile.jobs}, the
 * store. Used by: {@code simile.cli}.
 */
package simile.cli.workflow;
