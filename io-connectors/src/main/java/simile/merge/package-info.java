/**
 * Live segments as one: key files are merged by id, and of the entries of one id the latest wins,
 * in the order of commit and then position in the input. A deletion is an entry like any other; it
 * hides what is older. Rows are fetched by their place, their checksum checked: one by one ({@code
 * RowReader}), or many file by file ({@code LiveRows}, {@code ExtentReader}).
 *
 * <p>Memory depends on the number of segments, and on how many rows the caller asks for at once.
 *
 * <p>May use: {@code files}, {@code files.remote}, {@code keys}, {@code jsonl}, {@code npz}, {@code
 * record}, {@code segment}. Used by: {@code query}, and whatever rewrites or judges segments.
 */
package simile.merge;
