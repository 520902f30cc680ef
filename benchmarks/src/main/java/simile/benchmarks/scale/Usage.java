package simile.benchmarks.scale;

import simile.benchmarks.process.Counters;

/**
 * What one process took.
 *
 * @param role such as {@code taskmanager-1} or {@code client}
 */
record Usage(String role, Counters counters) {}
