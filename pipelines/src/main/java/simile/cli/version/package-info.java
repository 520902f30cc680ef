/**
 * The commands about versions: compare, name, bring back, give up, copy.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.cli.option}, the jobs and what they use.
 * Used by: {@code simile.cli}.
 */
package simile.cli.version;
