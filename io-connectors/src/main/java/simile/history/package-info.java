/**
 * The life of a record: what every version did to it, as far as files of earlier versions are still
 * there.
 *
 * <p>May use: {@code log}, {@code merge}, {@code record}, {@code segment}, {@code store}. Used by:
 * the command line; made to be embedded in other programs too.
 */
package simile.history;
