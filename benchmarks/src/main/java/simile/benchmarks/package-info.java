/**
 * The benchmarks: one run, side by side, of Simile and of what it must be compared with, as ratios
 * in a table. Each contestant is a process of its own, timed whole from cold; after each, its
 * output is checked, so that nothing wins by doing less. Started by {@code benchmarks/run}.
 *
 * <p>May use: every package below it. Used by: nothing; no other module needs this one.
 */
package simile.benchmarks;
