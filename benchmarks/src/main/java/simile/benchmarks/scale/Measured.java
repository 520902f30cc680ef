package simile.benchmarks.scale;

import java.util.List;

/**
 * A command that had a cluster do its work.
 *
 * @param jobSeconds from the job's start to its end, as the cluster says
 * @param commandSeconds from the start of the command to its end
 * @param loopbackBytes what went over the machine's network with itself meanwhile
 * @param usages of each process that took part
 */
record Measured(double jobSeconds, double commandSeconds, long loopbackBytes, List<Usage> usages) {}
