/**
 * Makes the input of the benchmarks: analogies as JSON lines, the same bytes for the same seed on
 * every machine. Record {@code i} depends on nothing but the seed, the total and {@code i}, so
 * chunks are made in parallel. Only integers are used, so no platform's arithmetic matters.
 */
package simile.benchmarks.generate;
