/**
 * Files that others wrote: what they are, whether they are safe to read, and their records as lines
 * of JSON.
 *
 * <p>Such a file is hostile until it was looked at. {@link simile.foreign.FormatFinder} says what
 * it is by its first bytes, and refuses a name that contradicts them. {@link
 * simile.foreign.ForeignFiles} then looks at the whole as far as its format needs: a SQLite
 * database must be plain data ({@link simile.foreign.SqliteFile} says what that is), an NPZ must be
 * one that {@code simile.npz} reads. {@link simile.foreign.ForeignPieces} opens what was looked at.
 *
 * <p>What cannot be read fails as {@link simile.foreign.ForeignFileException}; a row that cannot be
 * a record is a line with a {@link simile.jsonl.LineFault}.
 *
 * <p>May use: {@code input}, {@code json}, {@code jsonl}, {@code sqlite}, {@code npz}, {@code
 * parquet}, {@code merge}, {@code record}. Used by: imports.
 */
package simile.foreign;
