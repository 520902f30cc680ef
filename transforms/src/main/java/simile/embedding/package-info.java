/**
 * Finds out how long the vectors of an input are, from its bytes, without Beam.
 *
 * <p>May use: {@code simile.jsonl}, {@code simile.record}. Used by: {@code simile.ingest}, {@code
 * simile.cli.validate}.
 */
package simile.embedding;
