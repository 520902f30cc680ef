package simile.jobs.cluster;

import simile.cluster.ClusterAddress;

/**
 * Which cluster runs a pipeline.
 *
 * @param address of its REST interface
 * @param detached whether the run is left to itself once it is submitted
 */
public record ClusterChoice(ClusterAddress address, boolean detached) {}
