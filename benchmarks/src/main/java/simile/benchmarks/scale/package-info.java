/**
 * What grows with the size of a store: work on one slot and on two of a session cluster, stores on
 * local disk, HDFS and S3, requests to S3, and the commit as live segments become many.
 *
 * <p>May use: {@code files}, {@code generate}, {@code log}, {@code process}; Simile's {@code
 * io-connectors} through its public API; servers and a cluster of this machine, from the modules
 * for tests. Used by: {@code benchmarks/run --scale}.
 */
package simile.benchmarks.scale;
