/**
 * Tags: names for versions, which keep what they name from every vacuum.
 *
 * <p>May use: {@code simile.layout}, {@code simile.log}, {@code simile.store}. Used by: the command
 * line.
 */
package simile.tags;
