/**
 * Records as Parquet: the model that writing and reading share. {@code parquet.write} writes and
 * joins files, {@code parquet.read} reads anyone's as lines of JSON. Nothing here or there needs
 * Hadoop or another Parquet library (ADR 11).
 *
 * <h2>The file that is written</h2>
 *
 * <p><a href="https://parquet.apache.org/docs/file-format/">Parquet</a> with a column for each
 * {@link simile.parquet.ParquetField}, in their order, and last {@code _extra}. Every column may be
 * null: a member that is missing or {@code null} is. What holds what:
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><th>field</th><th>schema</th></tr>
 *   <tr><td>{@code TEXT}</td><td>{@code optional binary (STRING)}</td></tr>
 *   <tr><td>{@code REAL}</td><td>{@code optional double}</td></tr>
 *   <tr><td>{@code INTEGER}</td><td>{@code optional int64}</td></tr>
 *   <tr><td>{@code BOOLEAN}</td><td>{@code optional boolean}</td></tr>
 *   <tr><td>{@code TIMESTAMP}</td><td>{@code optional int64 (TIMESTAMP(MICROS, UTC))}</td></tr>
 *   <tr><td>{@code TEXTS}</td><td>{@code optional group (LIST) { repeated group list { required
 *     binary element (STRING) } }}</td></tr>
 *   <tr><td>{@code NAMES}</td><td>{@code optional group (MAP) { repeated group key_value { required
 *     binary key (STRING); required group value (LIST) { repeated group list { required binary
 *     element (STRING) } } } }}; one string is a list of one</td></tr>
 *   <tr><td>{@code JSON}</td><td>{@code optional binary (JSON)}: the bytes that came</td></tr>
 *   <tr><td>{@code VECTOR}</td><td>{@code optional group (LIST) { repeated group list { required
 *     float element } }}</td></tr>
 *   <tr><td>{@code _extra}</td><td>{@code optional binary (STRING)}: a JSON object of the members
 *     that have no column or do not fit theirs, as they came</td></tr>
 * </table>
 *
 * <p>What does not fit: a value of another type; text with U+0000 or half of a surrogate pair; an
 * integer beyond 64 bits; an object of names that has one name twice, since a map cannot; JSON with
 * half of a surrogate pair, since DuckDB refuses the whole file for it. So nothing is lost but the
 * digits of a {@code REAL} that a double has not, what of a time is finer than microseconds, and
 * its offset. Of a member that is there twice the last that fits counts.
 *
 * <p>Pages are of version 1, of about 1 MiB or 131,072 entries, hold whole rows, and have the
 * format's CRC-32. Texts, integers and doubles are in a dictionary of at most 1 MiB while values
 * repeat ({@code RLE_DICTIONARY}), else {@code PLAIN}. Statistics have the count of nulls, and for
 * flat columns of texts up to 256 bytes and of numbers the least and the greatest value. A row
 * group has at most 122,880 rows or about 64 MiB of records.
 *
 * <p>Two checksums are our own, in places where others find a note: {@code simile.crc32} in the
 * metadata of each column chunk is the CRC-32 of its bytes, headers included; in the metadata of
 * the file it is the CRC-32 of the footer, with eight zeros in its place. With them no damage goes
 * unseen.
 *
 * <h2>What is read</h2>
 *
 * <p>Files of any writer. A row is an object of its columns in their order, without those that are
 * null; {@code _extra}, where it is text and holds an object, becomes members again.
 *
 * <table>
 *   <caption>What becomes of which type</caption>
 *   <tr><th>Parquet</th><th>JSON</th></tr>
 *   <tr><td>integers of any width, decimals</td><td>numbers, with all digits</td></tr>
 *   <tr><td>FLOAT, DOUBLE, FLOAT16</td><td>numbers; {@code "NaN"}, {@code "Infinity"} and {@code
 *     "-Infinity"} as text, so that a contract judges the row</td></tr>
 *   <tr><td>STRING, ENUM, UUID</td><td>strings; bytes that are no UTF-8 are passed on</td></tr>
 *   <tr><td>JSON</td><td>itself, or a string where it is no JSON</td></tr>
 *   <tr><td>DATE, TIME</td><td>{@code "2024-05-01"}, {@code "10:00:00.5"}</td></tr>
 *   <tr><td>TIMESTAMP, INT96</td><td>{@code "2024-05-01T10:00:00Z"}; without the {@code Z} if the
 *     file says that it is local. INT96 is taken as UTC</td></tr>
 *   <tr><td>groups, LIST, MAP, repeated fields</td><td>objects, arrays (two-level lists of old
 *     writers too), objects (keys as text; a list of one text as that text), arrays</td></tr>
 *   <tr><td>bytes without a meaning, BSON, INTERVAL, VARIANT, GEOMETRY, …</td><td>refused</td></tr>
 * </table>
 *
 * <p>Encodings: all but the deprecated {@code BIT_PACKED}. Compression: none, Snappy, gzip,
 * Zstandard, LZ4_RAW. Encrypted files, columns in other files, LZO, Brotli and the old LZ4 are
 * refused by name.
 *
 * <h2>What is not trusted</h2>
 *
 * <p>Nothing. {@link simile.parquet.format.ParquetLimits} bounds the footer, the number of columns,
 * the memory of all open pages and dictionaries, and what JSON a row group may become. A size or
 * count is believed only where the bytes can hold it, or after the budget has room. No code
 * recurses deeper than a schema of 64 levels.
 *
 * <p>May use: the JDK. Used by: {@code parquet.write}, {@code parquet.read}, exports, connectors.
 */
package simile.parquet;
