package simile.proof.model;

import java.io.IOException;

/** Runs a step that needs no ledger. */
final class Dispatch {
  private Dispatch() {}

  /** Runs it; versions are counted back from the newest. */
  static void run(Operations operations, String run, Step step) throws IOException {
    if (step instanceof Step.Ingest ingest) {
      operations.ingest(run, ingest);
    } else if (step instanceof Step.Delete delete) {
      operations.delete(run, delete.ids());
    } else if (step instanceof Step.DeleteBy delete) {
      operations.deleteBy(run, delete.filter(), () -> {});
    } else if (step instanceof Step.Undelete undelete) {
      operations.undelete(run, undelete.ids());
    } else if (step instanceof Step.Compact compact) {
      operations.compact(run, compact.full(), () -> {});
    } else if (step instanceof Step.Rollback rollback) {
      operations.rollback(run, newest(operations) - rollback.back());
    } else if (step instanceof Step.Tag tag) {
      operations.tag(run, tag.name(), newest(operations) - tag.back());
    } else if (step instanceof Step.Vacuum vacuum) {
      operations.vacuum(run, vacuum.olderThan());
    } else {
      throw new AssertionError("no run: " + step);
    }
  }

  private static long newest(Operations operations) throws IOException {
    return operations.open().log().latestVersion();
  }
}
