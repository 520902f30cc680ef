/**
 * Runs pipelines on a Flink session cluster: compares versions, submits the job jar, follows the
 * job over the cluster's REST interface. A job never needs the process that submitted it.
 *
 * <p>May use: {@code simile.jobs}, {@code simile.cluster}, Beam. Used by: {@code simile.cli}.
 */
package simile.jobs.cluster;
