/**
 * Bringing deleted records back: the newest record that a deletion hides is written again, byte for
 * byte with its vector, as a fresh row.
 *
 * <p>Plain Java in one process, not a pipeline: the work is bounded by the ids that a person names,
 * each found through the index of the key files, and starting a runner would take longer.
 *
 * <p>May use: {@code ingest} (for what every run does at its end), contracts, formats, store. Used
 * by: the jobs.
 */
package simile.undelete;
