package simile.jobs.export;

import simile.export.ExportManifest;
import simile.export.ExportOutput;

/**
 * What an export made.
 *
 * @param manifest what was published
 * @param output where
 * @param before whether an earlier attempt at the run had published it
 * @param runner what ran it
 * @param seconds how long it took
 */
public record ExportSummary(
    ExportManifest manifest, ExportOutput output, boolean before, String runner, double seconds) {}
