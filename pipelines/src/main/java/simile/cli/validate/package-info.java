/**
 * Checks files against a contract without a store and without Beam.
 *
 * <p>May use: {@code simile.contract}, {@code simile.embedding}, {@code simile.input}, {@code
 * simile.jsonl}, {@code simile.record}. Used by: {@code simile validate}.
 */
package simile.cli.validate;
