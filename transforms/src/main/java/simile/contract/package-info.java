/**
 * Data contracts: what a record of a collection must be, read from an Open Data Contract Standard
 * YAML (v3.1, v3.0), without Beam.
 *
 * <p>A collection is its contract. {@link simile.contract.ContractParser} reads one, {@link
 * simile.contract.BuiltInContracts} has those that ship, {@link simile.contract.Contract#checker}
 * makes the hot path. What the standard lacks is in {@code customProperties} whose names begin with
 * {@code simile.}; {@link simile.contract.CustomKeys} lists them.
 *
 * <p>May use: its sub-packages, {@code simile.record}, {@code simile.files.Sha256}. Used by:
 * ingest, jobs, the command line.
 */
package simile.contract;
