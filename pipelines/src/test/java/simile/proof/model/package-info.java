/**
 * The model test: random histories of a store, against maps in memory.
 *
 * <p>{@link simile.proof.model.Steps} makes a history from a seed, {@link
 * simile.proof.model.Player} plays it on a store through {@link simile.proof.model.Operations}, and
 * {@link simile.proof.model.Ledger} says, from the log's order and what each run was to do, what
 * every version must hold. A history that fails is cut down by {@link simile.proof.model.Shrinker}.
 *
 * <p>The other proofs of the life of a record use the same operations and the same ledger: calls of
 * storage that fail, processes that are killed, late writers, races, crowds, and damaged files.
 */
package simile.proof.model;
