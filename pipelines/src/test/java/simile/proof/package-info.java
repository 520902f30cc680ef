/**
 * Proofs of what the store promises, made by running it: wrong input, crashes, repeated runs, both
 * runners, other readers, stores of older versions, and, in {@code model}, the life of a record.
 *
 * <p>Here: what the proofs share. {@link simile.proof.PlainIngest} runs an ingest's own classes
 * without a runner, so that a proof can put a fault at any step; {@link simile.proof.Oracle} says
 * naively what a store must hold.
 */
package simile.proof;
