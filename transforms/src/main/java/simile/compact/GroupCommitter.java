package simile.compact;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simile.compact.GroupOutcome.Ending;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.log.Appended;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.State;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * Ends a group: takes one attempt of each range, checks what was written, and replaces the group's
 * segments by one entry of the log, or yields. Running it again, for a retry or a duplicate, adopts
 * the entry that is there.
 *
 * <p>Files that lost are deleted, but only once the log has settled that nobody can commit them:
 * the token is taken, an input is gone (and were it restored, the rollback that did it refuses the
 * group), or the run is fenced.
 */
public final class GroupCommitter {
  /** How often a draft is made anew because the collection's contract changed meanwhile. */
  private static final int DRAFTS = 5;

  private final CompactionPlan plan;
  private final StoreFiles files;
  private final CommitLog log;

  public GroupCommitter(CompactionPlan plan, StoreFiles files, CommitLog log) {
    this.plan = plan;
    this.files = files;
    this.log = log;
  }

  /**
   * Commits the group, or yields.
   *
   * @param all the results of its ranges, some perhaps more than once
   * @throws CommitFencedException the run was cancelled; nothing of the group was committed
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   * @throws IOException nothing was committed
   */
  public GroupOutcome commit(GroupInput input, Iterable<RangeResult> all) throws IOException {
    Attempts attempts = new Attempts(all);
    Group group = input.group();
    List<RangeResult> results = attempts.oneOfEach(group);
    Optional<Commit> settled = log.byToken(group.token(plan.version()));
    if (settled.isEmpty()) {
      RangeTally tally = RangeTally.sum(results.stream().map(RangeResult::tally).toList());
      new GroupChecks(files).require(input, CompactionDetails.segments(results), tally);
    }
    try {
      return append(input, results, attempts);
    } catch (CommitFencedException e) {
      FailedWrite.discard(files, attempts.paths(), e);
      throw e;
    }
  }

  private GroupOutcome append(GroupInput input, List<RangeResult> results, Attempts attempts)
      throws IOException {
    Group group = input.group();
    for (int attempt = 1; ; attempt++) {
      GroupDraft draft = GroupDraft.of(plan, input, results, log.state());
      try {
        Appended appended = log.append(draft.commit(), plan.version(), draft::conflict);
        return settled(group, appended, attempts);
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        Optional<String> lost = lost(group);
        if (lost.isPresent()) {
          attempts.deleteBut(Set.of(), files);
          return new GroupOutcome(group.number(), Ending.YIELDED, 0, lost.get());
        }
        if (attempt == DRAFTS) {
          throw e;
        }
      }
    }
  }

  private GroupOutcome settled(Group group, Appended appended, Attempts attempts) {
    Commit commit = appended.commit();
    Set<String> kept =
        commit.changes().stream()
            .flatMap(change -> change.adds().stream())
            .map(Segment::name)
            .collect(Collectors.toSet());
    attempts.deleteBut(kept, files);
    boolean mine = commit.runId().equals(plan.runId());
    return new GroupOutcome(
        group.number(), mine ? Ending.COMMITTED : Ending.TAKEN, commit.version(), "");
  }

  /** Why the group can never be committed from its plan; empty if it can. */
  private Optional<String> lost(Group group) throws IOException {
    State now = log.state();
    for (long version = plan.version() + 1; version <= now.version(); version++) {
      Optional<String> restored = GroupDraft.restored(log.read(version), group.key());
      if (restored.isPresent()) {
        return restored;
      }
    }
    Set<String> live =
        now.collection(group.key()).map(CollectionState::segments).orElse(List.of()).stream()
            .map(LiveSegment::segment)
            .map(Segment::name)
            .collect(Collectors.toSet());
    return group.segments().stream()
        .filter(name -> !live.contains(name))
        .findFirst()
        .map(name -> "segment %s was replaced meanwhile".formatted(name));
  }
}
