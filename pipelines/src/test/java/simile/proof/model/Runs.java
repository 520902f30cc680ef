package simile.proof.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import simile.log.CommitConflictException;
import simile.log.Operation;

/**
 * Runs the steps that change a store, and tells the ledger before what each is to do.
 *
 * @param operations what changes the store; it may fail or die
 * @param reader what looks at it, which does not
 */
record Runs(Operations operations, Operations reader, Ledger ledger) {

  Runs(Operations operations, Ledger ledger) {
    this(operations, operations, ledger);
  }

  /** Tells the ledger what a run is to do that another process runs, alone. */
  void expect(String run, Step step) throws IOException {
    new Runs(new NoOperations(reader), reader, ledger).run(run, step);
  }

  void run(String run, Step step) throws IOException {
    if (step instanceof Step.Ingest ingest) {
      ingest(run, ingest);
    } else if (step instanceof Step.Delete delete) {
      ledger.expect(run, (before, commit) -> before.deleted(delete.ids()));
      operations.delete(run, delete.ids());
    } else if (step instanceof Step.DeleteBy delete) {
      deleteBy(run, delete);
    } else if (step instanceof Step.Undelete undelete) {
      undelete(run, undelete.ids());
    } else if (step instanceof Step.Compact compact) {
      compact(run, compact);
    } else if (step instanceof Step.Rollback rollback) {
      rollback(run, ledger.back(rollback.back()));
    } else if (step instanceof Step.Tag tag) {
      tag(run, tag.name(), ledger.back(tag.back()));
    } else if (step instanceof Step.Vacuum vacuum) {
      ledger.expect(run, Ledger.Effect.NONE);
      operations.vacuum(run, vacuum.olderThan());
    } else {
      throw new AssertionError("no run: " + step);
    }
  }

  private void ingest(String run, Step.Ingest ingest) throws IOException {
    ingest.lines().forEach(ledger::mayWrite);
    ledger.expect(run, (before, commit) -> before.ingested(ingest.lines(), commit));
    operations.ingest(run, ingest);
  }

  // A run that is repeated reads again, unless it is in the log.
  private void deleteBy(String run, Step.DeleteBy delete) throws IOException {
    long read = ledger.latest();
    Contents contents = ledger.latestContents();
    if (!ledger.isSettled(run)) {
      ledger.expect(run, (before, commit) -> before.deletedBy(delete.filter(), read, contents));
    }
    try {
      operations.deleteBy(run, delete.filter(), () -> meanwhile(run, delete.meanwhile()));
    } catch (CommitConflictException e) {
      ledger.follow(reader.open().log());
      if (!ledger.hasSince(read, Operation.ROLLBACK)) {
        throw e;
      }
      ledger.expect(run, Ledger.Effect.NONE);
    }
  }

  private void compact(String run, Step.Compact compact) throws IOException {
    ledger.expect(run, Ledger.Effect.NONE);
    operations.compact(run, compact.full(), () -> meanwhile(run, compact.meanwhile()));
  }

  private void meanwhile(String run, Optional<Step> other) throws IOException {
    if (other.isPresent()) {
      run(run + "-meanwhile", other.get());
    }
  }

  private void undelete(String run, List<String> ids) throws IOException {
    List<String> deleted = ledger.latestContents().deletedAmong(ids);
    if (!ledger.isSettled(run)) {
      ledger.expect(run, (before, commit) -> before.undeleted(deleted, commit, this::found));
    }
    if (!deleted.isEmpty()) {
      operations.undelete(run, deleted);
    }
  }

  private Optional<Line.Put> found(String id) {
    try {
      Optional<Integer> serial = Optional.ofNullable(Inspection.serials(reader.open()).get(id));
      return serial.map(number -> ledger.written(id, number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rollback(String run, long version) throws IOException {
    ledger.expect(run, Ledger.Effect.NONE);
    if (ledger.keeps(version)) {
      Contents then = ledger.at(version);
      ledger.expect(run, (before, commit) -> then);
      operations.rollback(run, version);
    }
  }

  private void tag(String run, String name, long version) throws IOException {
    ledger.expect(run, Ledger.Effect.NONE);
    if (ledger.isSettled(run) ? isUntag(run) : ledger.tags().containsKey(name)) {
      operations.untag(run, name);
    } else if (ledger.keeps(version)) {
      operations.tag(run, name, version);
    }
  }

  private boolean isUntag(String run) {
    return ledger.entryOf(run).details().containsKey("deleted_tag");
  }
}
