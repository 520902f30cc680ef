/**
 * A segment's rows as one SQLite database, which any SQLite opens read-only.
 *
 * <h2>The file</h2>
 *
 * <ul>
 *   <li>{@code PRAGMA application_id} is 0x53494D31 ({@code SIM1}), {@code PRAGMA user_version} is
 *       the version of this format, 1.
 *   <li>One table, named as the collection, {@code WITHOUT ROWID}. Column {@code id} is {@code TEXT
 *       PRIMARY KEY NOT NULL}; the others follow in the order of the schema and may be NULL
 *       (absent, or JSON null).
 *   <li>Column types: {@code TEXT}, {@code TIMESTAMP} and {@code JSON} become {@code TEXT}, {@code
 *       REAL} {@code REAL}, {@code INTEGER} and {@code BOOLEAN} (1 or 0) {@code INTEGER}. Strings
 *       are decoded; timestamps are as they came; JSON is the bytes that came, for SQLite's JSON
 *       functions.
 *   <li>The last column, {@code _extra}, is {@code TEXT}: a JSON object of the members that the
 *       contract does not know, as they came; NULL where there are none. In a rewritten segment
 *       also those of its columns whose values are of another type, since an older contract let
 *       them in.
 *   <li>Indexes, named {@code <table>_by_<columns>}: the schema's, and one for each indexed column.
 *   <li>Rows lie in the order of their ids ({@code BINARY}: unsigned UTF-8). Deletions and vectors
 *       are not in the shard. A shard has at least one row.
 *   <li>UTF-8, no write-ahead log, no journal beside it; it never changes, so that readers open it
 *       {@code mode=ro&immutable=1}.
 * </ul>
 *
 * <h2>Files that go elsewhere</h2>
 *
 * What {@code SqliteFileWriter} makes, for exports, is the same but for one thing: its table
 * numbers its rows, from 1 in the order of ids, and SQLite's own index over {@code id} finds them.
 * DuckDB, for one, asks a table for its row numbers to count it, and fails on a shard.
 *
 * <h2>How it is written</h2>
 *
 * SQLite makes the empty file, its header and its schema; the pages of the table and of the indexes
 * are then added by {@code ShardTrees}, bottom up and each once, as <a
 * href="https://sqlite.org/fileformat2.html">the file format</a> says. Rows come sorted, so nothing
 * is ever searched or split. Measured on 125,000 analogies of 530 bytes with three indexes, one
 * thread, hash included: 265,000 rows/s, against 150,000 through JDBC in batches of 64 (16 rows a
 * statement: 157,000; blobs with {@code CAST}: 157,000; one JSON text taken apart by SQLite:
 * 105,000). {@code PRAGMA integrity_check} is the judge, in tests.
 *
 * <p>May use: {@code files}, {@code json}, {@code record}, {@code segment}, sqlite-jdbc. Used by:
 * ingest, the store, connectors.
 */
package simile.sqlite;
