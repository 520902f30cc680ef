/**
 * How the command line talks: exit codes, failures, where data and messages go, and printers for
 * tables, JSON, JSON lines and CSV.
 *
 * <p>May use: the JDK, Jackson, picocli, a run's progress. Used by: {@code simile.cli} and the
 * packages below it. Knows no command and no store.
 */
package simile.cli.console;
