/**
 * The command line: one class a command, and {@link simile.cli.Cli}, which runs them.
 *
 * <p>Commands parse and check their options, ask one service interface, and print. What needs Beam
 * is reached only when a command runs, so that {@code query}, {@code history} and {@code inspect}
 * never load it.
 *
 * <p>May use: everything below. Used by: the launcher.
 */
package simile.cli;
