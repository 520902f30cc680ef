/**
 * Logs that are long or name many segments, written through the log's own API, and how long it
 * takes to open them.
 *
 * <p>May use: Simile's {@code io-connectors} through its public API. Used by: {@code lifecycle},
 * {@code scale}.
 */
package simile.benchmarks.log;
