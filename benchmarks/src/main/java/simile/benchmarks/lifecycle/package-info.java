/**
 * How fast a store is read that has lived: a million records in twenty overlapping commits. Unlike
 * the races of whole processes, contestants here are asked again and again in one warm process.
 *
 * <p>May use: {@code generate}, and Simile's {@code io-connectors} through its public API. Used by:
 * {@code benchmarks/run --lifecycle}.
 */
package simile.benchmarks.lifecycle;
