package simile.delete;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.files.StoreFiles;
import simile.ingest.Breach;
import simile.ingest.Postconditions;
import simile.ingest.RunOutcome;
import simile.log.Appended;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.InputFile;
import simile.log.LogVerifier;
import simile.log.Operation;
import simile.log.State;
import simile.segment.DataFile;
import simile.segment.Segment;

/**
 * Ends a delete: takes one attempt of each part, checks what was written, and appends one entry to
 * the log. Running it again, for a retry or a duplicate, adopts the entry that is there.
 */
public final class DeleteCommitter {
  /** How often a draft is made anew because the collection's schema changed meanwhile. */
  private static final int DRAFTS = 5;

  private final DeletePlan plan;
  private final StoreFiles files;
  private final CommitLog log;
  private final CollectionKey key;

  public DeleteCommitter(DeletePlan plan, StoreFiles files, CommitLog log) {
    this.plan = plan;
    this.files = files;
    this.log = log;
    this.key = new CollectionKey(plan.context(), plan.collection());
  }

  /**
   * Commits the delete, also one that deletes nothing.
   *
   * @throws CommitConflictException nothing was committed: the delete is by criteria and a rollback
   *     came after the version that it read, or the run was cancelled
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  public RunOutcome commit(Iterable<DeleteResult> all) throws IOException {
    List<DeleteResult> results = DeleteResults.oneOfEach(all, plan.parts());
    List<Segment> segments = results.stream().flatMap(r -> r.segments().stream()).toList();
    requireWhole(segments);
    for (int attempt = 1; ; attempt++) {
      State state = log.state();
      CollectionState stored = stored(state);
      try {
        Appended appended =
            log.append(
                draft(stored, results, segments),
                plan.version(),
                since -> conflict(since, state.version(), stored));
        return new RunOutcome(appended.commit().version(), true);
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        if (attempt == DRAFTS) {
          throw e;
        }
      }
    }
  }

  private CollectionState stored(State state) {
    return state
        .collection(key)
        .orElseThrow(() -> new IllegalStateException("there is no collection " + key));
  }

  /** A later draft takes a changed schema over; a rollback stays. */
  private Optional<String> conflict(List<Commit> since, long drafted, CollectionState stored) {
    for (Commit commit : since) {
      boolean rolledBack = commit.operation() == Operation.ROLLBACK && change(commit).isPresent();
      if (plan.isByCriteria() && rolledBack) {
        return Optional.of(
            "version %d rolled %s back after version %d, from which records were chosen"
                .formatted(commit.version(), key, plan.version()));
      }
      if (commit.version() > drafted && !change(commit).map(c -> keeps(c, stored)).orElse(true)) {
        return Optional.of("version %d changed the schema of %s".formatted(commit.version(), key));
      }
    }
    return Optional.empty();
  }

  private Optional<Change> change(Commit commit) {
    return commit.changes().stream().filter(change -> change.key().equals(key)).findFirst();
  }

  private static boolean keeps(Change change, CollectionState stored) {
    return change.contract().equals(stored.contract()) && change.schema().equals(stored.schema());
  }

  private DraftCommit draft(
      CollectionState stored, List<DeleteResult> results, List<Segment> segments) {
    DeleteCounts counts =
        results.stream().map(DeleteResult::counts).reduce(DeleteCounts.ZERO, DeleteCounts::plus);
    Change change =
        new Change(
            key.context(),
            key.collection(),
            stored.contract(),
            stored.schema(),
            segments,
            List.of(),
            List.of(),
            List.of());
    String contract = stored.contract().id() + " " + stored.contract().version();
    SortedMap<String, String> details = DeleteDetails.of(plan, contract, results, counts);
    return new DraftCommit(
        Operation.DELETE,
        plan.runId(),
        plan.token(),
        plan.argumentsSha256(),
        List.of(change),
        Optional.empty(),
        List.of(),
        counts(counts, segments),
        new TreeMap<>(),
        new TreeMap<>(),
        inputs(),
        details);
  }

  private static Counts counts(DeleteCounts counts, List<Segment> segments) {
    long written =
        segments.stream()
            .flatMap(segment -> segment.files().stream())
            .mapToLong(DataFile::bytes)
            .sum();
    return new Counts(
        counts.asked(),
        counts.blank(),
        counts.asked(),
        0,
        counts.asked(),
        0,
        counts.bytesRead(),
        written);
  }

  private List<InputFile> inputs() {
    return plan.parts().stream()
        .filter(DeletePart.Listed.class::isInstance)
        .map(DeletePart.Listed.class::cast)
        .flatMap(listed -> listed.split().pieces().stream())
        .map(piece -> piece.file())
        .distinct()
        .map(file -> new InputFile(file.name(), file.stamp().bytes(), file.stamp().tag()))
        .toList();
  }

  private void requireWhole(List<Segment> segments) throws IOException {
    Postconditions post = new Postconditions(files);
    for (Segment segment : segments) {
      post.check(segment);
    }
    List<Breach> breaches = post.breaches();
    if (!breaches.isEmpty()) {
      throw new IOException(
          "nothing was committed: what the run wrote is not whole: " + breaches.get(0));
    }
    new LogVerifier(files).requireUnbroken();
  }
}
