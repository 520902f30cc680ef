package simile.compact;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.log.State;
import simile.segment.Segment;

/**
 * The entry that replaces a group's segments, and what it cannot follow.
 *
 * @param commit the entry
 * @param change its only change
 */
record GroupDraft(DraftCommit commit, Change change) {

  /** Drafts it, as things are now. */
  static GroupDraft of(CompactionPlan plan, GroupInput input, List<RangeResult> results, State now)
      throws IOException {
    Change change = change(input.group(), CompactionDetails.segments(results), now);
    RangeTally tally = RangeTally.sum(results.stream().map(RangeResult::tally).toList());
    DraftCommit commit =
        new DraftCommit(
            Operation.COMPACT,
            plan.runId(),
            input.group().token(plan.version()),
            plan.argumentsSha256(),
            List.of(change),
            Optional.empty(),
            List.of(),
            CompactionDetails.counts(input, results, tally),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            CompactionDetails.of(plan, input, results, tally));
    return new GroupDraft(commit, change);
  }

  /** The contract and the schema stay what they are now, whatever they were when it was planned. */
  private static Change change(Group group, List<Segment> adds, State now) throws IOException {
    CollectionState collection =
        now.collection(group.key())
            .orElseThrow(() -> new IOException("there is no collection " + group.key()));
    return new Change(
        group.context(),
        group.collection(),
        collection.contract(),
        collection.schema(),
        adds,
        List.of(),
        group.segments(),
        List.of());
  }

  /** Why the draft cannot follow these commits: some are answered by another, some by yielding. */
  Optional<String> conflict(List<Commit> since) {
    for (Commit commit : since) {
      Optional<String> restored = restored(commit, change.key());
      if (restored.isPresent()) {
        return restored;
      }
    }
    return since.stream()
        .flatMap(commit -> commit.changes().stream())
        .filter(other -> other.key().equals(change.key()))
        .reduce((first, second) -> second)
        .filter(last -> !last.contract().equals(change.contract()))
        .map(last -> "the contract of " + change.key() + " changed meanwhile");
  }

  /** That a commit brought older segments of a collection back; empty if it did not. */
  static Optional<String> restored(Commit commit, CollectionKey key) {
    return commit.changes().stream()
        .filter(change -> change.key().equals(key) && !change.restores().isEmpty())
        .findFirst()
        .map(change -> "version %d brought older segments back".formatted(commit.version()));
  }
}
