package simile.ingest;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import simile.log.Change;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.segment.DataFile;

/**
 * What a run will say of itself in the log, whether it commits or fails.
 *
 * @param plan the run
 * @param counts what it read and wrote, segments only
 * @param audit its audit files
 * @param violations breaches that reject, by rule
 * @param warnings breaches that only warn, by rule
 * @param details facts for reports
 */
record RunDraft(
    RunPlan plan,
    Counts counts,
    List<DataFile> audit,
    SortedMap<String, Long> violations,
    SortedMap<String, Long> warnings,
    SortedMap<String, String> details) {

  /** The entry of a run that commits its rows. */
  DraftCommit ingest(List<Change> changes) {
    return draft(Operation.INGEST, changes, counts.rows(), counts.bytesWritten());
  }

  /** The entry of a run that failed: no rows, nothing but the audit files. */
  DraftCommit failed() {
    return draft(Operation.AUDIT, List.of(), 0, 0);
  }

  private DraftCommit draft(Operation operation, List<Change> changes, long rows, long bytes) {
    long audited = audit.stream().mapToLong(DataFile::bytes).sum();
    Counts told =
        new Counts(
            counts.read(),
            counts.blank(),
            counts.accepted(),
            counts.rejected(),
            counts.deletions(),
            rows,
            counts.bytesRead(),
            bytes + audited);
    return new DraftCommit(
        operation,
        plan.runId(),
        plan.run().token(),
        plan.run().argumentsSha256(),
        changes,
        Optional.empty(),
        audit,
        told,
        violations,
        warnings,
        RunInputs.of(plan),
        details);
  }
}
