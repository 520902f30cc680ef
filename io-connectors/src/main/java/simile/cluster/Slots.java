package simile.cluster;

/**
 * The slots of a cluster's task managers, at a moment.
 *
 * @param total of all task managers that are there; some clusters start them when a job comes
 * @param free those that no job has
 */
public record Slots(int total, int free) {}
