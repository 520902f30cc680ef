/**
 * Reading one line of JSON from a slab of bytes, with byte offsets and without garbage.
 *
 * <p>{@link simile.contract.json.LineParser} is Jackson's streaming parser, which tells where its
 * tokens are and can be moved from line to line. May use: Jackson. Used by: what checks records.
 */
package simile.contract.json;
