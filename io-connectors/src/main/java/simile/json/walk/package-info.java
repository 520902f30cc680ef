/**
 * Walks the bytes of records that a contract's check has passed: where members, items and scalars
 * are, without parsing what is between. Several times as fast as a parser, and no judge: bytes that
 * are not JSON are found only where a bracket, quote or comma is missing, but nothing outside the
 * bytes is ever touched.
 *
 * <p>May use: {@code json}, {@code record}, Jackson's number parsing. Used by: {@code rewrite},
 * formats that take records apart.
 */
package simile.json.walk;
