package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.compact.GroupOutcome.Ending;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.log.Appended;
import simile.log.Change;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.log.State;
import simile.segment.DataFile;
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
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitter.class);

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
    List<RangeResult> attempts = new ArrayList<>();
    all.forEach(attempts::add);
    Group group = input.group();
    List<RangeResult> results = oneOfEach(group, attempts);
    Optional<Commit> settled = log.byToken(group.token(plan.version()));
    if (settled.isEmpty()) {
      RangeTally tally = RangeTally.sum(results.stream().map(RangeResult::tally).toList());
      new GroupChecks(files).require(input, CompactionDetails.segments(results), tally);
    }
    try {
      return append(input, results, attempts);
    } catch (CommitFencedException e) {
      FailedWrite.discard(files, paths(attempts, Set.of()), e);
      throw e;
    }
  }

  private GroupOutcome append(
      GroupInput input, List<RangeResult> results, List<RangeResult> attempts) throws IOException {
    Group group = input.group();
    for (int attempt = 1; ; attempt++) {
      State now = log.state();
      try {
        Change change = change(group, CompactionDetails.segments(results), now);
        Appended appended =
            log.append(
                draft(input, results, change), plan.version(), since -> conflict(since, change));
        return settled(group, appended, attempts);
      } catch (CommitFencedException e) {
        throw e;
      } catch (CommitConflictException e) {
        Optional<String> lost = lost(group);
        if (lost.isPresent()) {
          delete(paths(attempts, Set.of()));
          return new GroupOutcome(group.number(), Ending.YIELDED, 0, lost.get());
        }
        if (attempt == DRAFTS) {
          throw e;
        }
      }
    }
  }

  private GroupOutcome settled(Group group, Appended appended, List<RangeResult> attempts) {
    Commit commit = appended.commit();
    Set<String> kept =
        commit.changes().stream()
            .flatMap(change -> change.adds().stream())
            .map(Segment::name)
            .collect(Collectors.toSet());
    delete(paths(attempts, kept));
    boolean mine = commit.runId().equals(plan.runId());
    return new GroupOutcome(
        group.number(), mine ? Ending.COMMITTED : Ending.TAKEN, commit.version(), "");
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

  private DraftCommit draft(GroupInput input, List<RangeResult> results, Change change) {
    RangeTally tally = RangeTally.sum(results.stream().map(RangeResult::tally).toList());
    return new DraftCommit(
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
  }

  /** Why the draft cannot follow these commits: some are answered by another, some by yielding. */
  private static Optional<String> conflict(List<Commit> since, Change change) {
    for (Commit commit : since) {
      for (Change other : commit.changes()) {
        if (other.key().equals(change.key()) && !other.restores().isEmpty()) {
          return Optional.of(restored(commit));
        }
      }
    }
    return since.stream()
        .flatMap(commit -> commit.changes().stream())
        .filter(other -> other.key().equals(change.key()))
        .reduce((first, second) -> second)
        .filter(last -> !last.contract().equals(change.contract()))
        .map(last -> "the contract of " + change.key() + " changed meanwhile");
  }

  private static String restored(Commit commit) {
    return "version %d brought older segments back".formatted(commit.version());
  }

  /** Why the group can never be committed from its plan; empty if it can. */
  private Optional<String> lost(Group group) throws IOException {
    State now = log.state();
    Set<String> live =
        now.collection(group.key()).map(CollectionState::segments).orElse(List.of()).stream()
            .map(LiveSegment::segment)
            .map(Segment::name)
            .collect(Collectors.toSet());
    for (long version = plan.version() + 1; version <= now.version(); version++) {
      Commit commit = log.read(version);
      for (Change change : commit.changes()) {
        if (change.key().equals(group.key()) && !change.restores().isEmpty()) {
          return Optional.of(restored(commit));
        }
      }
    }
    return group.segments().stream()
        .filter(name -> !live.contains(name))
        .findFirst()
        .map(name -> "segment %s was replaced meanwhile".formatted(name));
  }

  /** No entry names these files, and none will; what cannot be deleted is left to the vacuum. */
  private void delete(List<String> paths) {
    for (String path : paths) {
      try {
        files.delete(path);
      } catch (IOException e) {
        LOG.warn("{} could not be deleted; vacuum will: {}", path, e.toString());
      }
    }
  }

  /** The files of all attempts but of the segments that are kept. */
  private static List<String> paths(List<RangeResult> attempts, Set<String> kept) {
    return CompactionDetails.segments(attempts).stream()
        .filter(segment -> !kept.contains(segment.name()))
        .flatMap(segment -> segment.files().stream())
        .map(DataFile::path)
        .distinct()
        .toList();
  }

  /** Takes one attempt of each range; whichever, since attempts at one range hold the same rows. */
  private static List<RangeResult> oneOfEach(Group group, List<RangeResult> attempts)
      throws IOException {
    TreeMap<Integer, RangeResult> byRange = new TreeMap<>();
    for (RangeResult result : attempts) {
      byRange.merge(
          result.range(), result, BinaryOperator.minBy(Comparator.comparing(RangeResult::attempt)));
    }
    if (byRange.size() != group.ranges().size()) {
      throw new IOException(
          "group %d has results of %d of its %d ranges; nothing of it was committed"
              .formatted(group.number(), byRange.size(), group.ranges().size()));
    }
    return List.copyOf(byRange.values());
  }
}
