/**
 * What a contract's records are in the formats of exports.
 *
 * <p>May use: {@code contract}, the formats. Used by: the export.
 */
package simile.export;
