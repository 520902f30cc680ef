/**
 * Reading a snapshot: which rows of which segments are alive, and which of them a query asks for.
 *
 * <p>Key files are merged by id; of the entries of one id the latest wins, in the order of commit
 * and then position in the input, and a deletion hides what came before it. Only then is a row
 * fetched and its criteria checked, so that no filter can uncover a row that a newer one replaced.
 * Memory depends on the number of segments, not of rows.
 *
 * <p>May use: {@code files}, {@code keys}, {@code jsonl}, {@code npz}, {@code record}, {@code
 * segment}. Used by: {@code store}.
 */
package simile.query;
