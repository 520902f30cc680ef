/**
 * Reading a snapshot: which rows of which segments are alive, and which of them a query asks for.
 *
 * <p>Live segments are merged first. Only then is a row fetched and its criteria checked, so that
 * no filter can uncover a row that a newer one replaced. Memory depends on the number of segments,
 * not of rows.
 *
 * <p>May use: {@code files}, {@code merge}, {@code record}, {@code segment}. Used by: {@code
 * store}.
 */
package simile.query;
