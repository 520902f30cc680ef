/**
 * Reading a snapshot: which rows of which segments are alive, and which of them a query asks for.
 *
 * <p>Live segments are merged first. Only then is a row fetched and its criteria checked, so that
 * no filter can uncover a row that a newer one replaced.
 *
 * <p>That is done for one stretch of ids after the other: the key files alone tell where its live
 * rows lie, then each file's part of it is read from front to back. Who wants rows by id gets those
 * of a stretch by rank ({@code IdScan}), who does not as they lie ({@code FileScan}). A stretch has
 * a bounded number of rows, and what is held of their bytes is bounded too, so memory depends on
 * the number of segments and files, not of rows.
 *
 * <p>May use: {@code files}, {@code merge}, {@code record}, {@code segment}, {@code sqlite}. Used
 * by: {@code store}.
 */
package simile.query;
