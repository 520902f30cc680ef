/**
 * The command line: one class a command, and {@link simile.cli.Cli}, which runs them.
 *
 * <p>Commands parse and check their options, ask the store or a job, and print. Only {@link
 * simile.cli.EmbeddedIngest} and {@link simile.cli.EmbeddedWatch} reach Beam, so that no other
 * command loads it.
 *
 * <p>May use: everything below. Used by: the launcher.
 */
package simile.cli;
