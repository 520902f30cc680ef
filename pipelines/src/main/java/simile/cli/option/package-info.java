/**
 * Options that several commands have, as picocli mixins, and the converters of their values.
 *
 * <p>May use: {@code simile.cli.console}, {@code simile.jobs}, {@code simile.store}, {@code
 * simile.query}. Used by: the commands.
 */
package simile.cli.option;
