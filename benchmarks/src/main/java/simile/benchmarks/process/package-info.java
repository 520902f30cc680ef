/**
 * What the system counts of processes, from {@code /proc}: bytes, processor time, memory.
 *
 * <p>May use: the JDK. Used by: what measures processes.
 */
package simile.benchmarks.process;
