/**
 * The other contestants: DuckDB, Python (a resource) and a Beam pipeline as one would first write
 * it.
 */
package simile.benchmarks.rivals;
