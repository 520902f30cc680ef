/**
 * Processes for tests: the project's scripts, a Flink session cluster of this machine, and signals
 * that are sent to its processes.
 *
 * <p>Needs a system with {@code /proc} and a shell, as the cluster's script does. May use: the JDK.
 * Used by: tests and benchmarks, of the modules below.
 */
package simile.testkit.process;
