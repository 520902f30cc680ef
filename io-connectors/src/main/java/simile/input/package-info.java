/**
 * The input of a run: which files, cut into which splits, and how a split is read as slabs of
 * lines.
 *
 * <p>A split is the unit of work and of retry: some consecutive bytes of the input, as a byte range
 * of one big file, as one compressed file, or as several small files. Splits are numbered in the
 * order of the input, which is the order that was given on the command line, and by name within a
 * glob or folder.
 *
 * <p>May use: {@code jsonl}. How files are found and opened is the business of an {@link
 * simile.input.InputOpener}.
 */
package simile.input;
