/**
 * Records as comma-separated values.
 *
 * <p>RFC 4180 in UTF-8, without a byte order mark: lines end with CRLF, the first has the columns'
 * names, cells with a comma, a quote or a line break are quoted. A missing value is an empty cell;
 * an empty text is {@code ""}, so that a reader that can may tell them apart.
 *
 * <p>A spreadsheet runs a cell that begins with {@code = + - @}, a tab or a carriage return. Of a
 * text that does, a single quote is put first, see {@link simile.csv.CsvOutput#text}; numbers are
 * left as they are.
 *
 * <p>May use: the JDK. Used by: exports.
 */
package simile.csv;
