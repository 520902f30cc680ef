package simile.jobs.export;

import simile.bundle.Bundle;

/**
 * What the export of a bundle made.
 *
 * @param runId the run
 * @param bundle what was published
 * @param place where
 * @param before whether an earlier attempt at the run had published it
 * @param runner what ran it
 * @param seconds how long it took
 */
public record BundleSummary(
    String runId, Bundle bundle, String place, boolean before, String runner, double seconds) {}
