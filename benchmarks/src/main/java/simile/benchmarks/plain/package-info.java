/**
 * The limit: the same work as an ingest, in plain multi-threaded Java, with nothing in between.
 * Ranges of 64 MiB, split at line ends, are read, parsed, checked, sorted by id and written as
 * partitioned JSONL, a key file and a SQLite shard each, all hashed and made durable, then named by
 * one manifest.
 *
 * <p>It has no contract files, no retries, no versions and no audit trail: that difference is what
 * a store may cost. May use: Jackson's streaming parser and sqlite-jdbc, nothing of Simile.
 */
package simile.benchmarks.plain;
