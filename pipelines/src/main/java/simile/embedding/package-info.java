/**
 * Finds out how long the vectors of an input are before its records are checked, without Beam.
 *
 * <p>May use: {@code simile.jsonl}, {@code simile.record}. Used by: {@code simile.jobs}, {@code
 * simile.cli.validate}.
 */
package simile.embedding;
