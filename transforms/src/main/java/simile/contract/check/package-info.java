/**
 * Checking records: one pass over each line, which either becomes a row of a batch or a list of
 * everything that is wrong with it.
 *
 * <p>{@link simile.contract.check.RecordChecker} is the hot path of every ingest and allocates
 * nothing for a good record but what the batch keeps. May use: {@code simile.contract.json}, {@code
 * field}, {@code rule}, {@code expression}, {@code simile.record}. Used by: {@code
 * simile.contract}, ingest, the command line.
 */
package simile.contract.check;
