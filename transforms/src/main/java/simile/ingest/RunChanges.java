package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.log.Change;
import simile.log.Commit;
import simile.log.CommitCheck;
import simile.log.CommitLog;
import simile.log.State;
import simile.segment.Segment;

/** What a run does to all its collections, given what the store holds. */
final class RunChanges {
  private final List<Part> parts = new ArrayList<>();

  /** One collection's part in the run. */
  private record Part(CollectionChange change, MergeCheck merge, List<Segment> segments) {}

  RunChanges(RunPlan plan, StoreFiles files, CommitLog log, List<SplitResult> results) {
    for (CollectionPlan collection : plan.collections()) {
      List<Segment> segments =
          results.stream()
              .filter(result -> collection.owns(result.split()))
              .flatMap(result -> result.segments().stream())
              .toList();
      parts.add(
          new Part(
              new CollectionChange(collection, files),
              new MergeCheck(collection, files, log, segments),
              segments));
    }
  }

  /**
   * Changes made from one version.
   *
   * @param version the version after which commits are to be checked
   * @param changes one for each collection
   * @param check refuses them where later commits do not go with any of them
   */
  record Based(long version, List<Change> changes, CommitCheck check) {}

  /**
   * Makes the changes.
   *
   * @throws IncompatibleContractException if a collection's schema does not fit its contract
   */
  Based on(State state) throws IOException {
    List<Change> changes = new ArrayList<>();
    List<Checked> checks = new ArrayList<>();
    for (Part part : parts) {
      CollectionChange.Based based = part.change().on(state, part.segments());
      changes.add(based.change());
      checks.add(new Checked(part.merge().base(based.version()), part.merge().and(based)));
    }
    long oldest = checks.stream().mapToLong(Checked::base).min().orElseThrow();
    return new Based(oldest, changes, since -> conflict(checks, since));
  }

  /** Whether a check found a clash, so that other drafts would not help. */
  boolean refused() {
    return parts.stream().anyMatch(part -> part.merge().refused());
  }

  /** A check of the commits after a version. */
  private record Checked(long base, CommitCheck check) {
    Optional<String> conflict(List<Commit> since) throws IOException {
      List<Commit> later = since.stream().filter(commit -> commit.version() > base).toList();
      return later.isEmpty() ? Optional.empty() : check.conflict(later);
    }
  }

  private static Optional<String> conflict(List<Checked> checks, List<Commit> since)
      throws IOException {
    for (Checked check : checks) {
      Optional<String> conflict = check.conflict(since);
      if (conflict.isPresent()) {
        return conflict;
      }
    }
    return Optional.empty();
  }
}
