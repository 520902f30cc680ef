/**
 * The jobs: from options to immutable arguments to a Beam pipeline, one small class each, and what
 * the process that submitted a job can see of it while it runs.
 *
 * <p>May use: everything below. Used by: {@code simile.cli}, and by {@code flink run} and the like
 * through each job's own {@code main}.
 */
package simile.jobs;
