package simile.compact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simile.compact.GroupOutcome.Ending;
import simile.compact.SmallStore.Write;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.segment.DataFile;

/** A group is replaced once, by one of those who try, and by nobody if others were faster. */
final class GroupCommitterTest {
  private static final CompactionRules FULL = new CompactionRules(1 << 16, true);

  private final Random random = new Random(5);
  private SmallStore store;

  @BeforeEach
  void twoSegmentsWithOneIdInBoth() throws IOException {
    store = new SmallStore();
    store.commit(record("a", 1), record("b", 2));
    store.commit(record("b", 3), Write.deletion("a"), record("c", 4));
  }

  private static Write record(String id, int number) {
    return Write.record(id, "domain", number);
  }

  private List<RangeResult> compact(CompactionPlan plan) throws IOException {
    return store.compact(plan, plan.group(0), random);
  }

  private GroupOutcome finish(CompactionPlan plan, List<RangeResult> results) throws IOException {
    return store.finish(plan, plan.group(0), results);
  }

  @Test
  void theEntrySaysWhatWasReplacedAndWhatWasLeftOut() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    GroupOutcome outcome = finish(plan, compact(plan));

    assertThat(outcome.ending(), is(Ending.COMMITTED));
    Commit commit = store.commit(outcome.version());
    assertThat(commit.changes().get(0).removes(), is(plan.group(0).segments()));
    assertThat(commit.counts().read(), is(5L));
    assertThat(commit.counts().rows(), is(2L));
    assertThat(commit.details().get(CompactionDetails.SUPERSEDED), is("2"));
    assertThat(commit.details().get(CompactionDetails.TOMBSTONES_DROPPED), is("1"));
    assertThat(store.live().keySet(), is(Set.of("b", "c")));
  }

  @Test
  void aRepeatedCommitAdoptsTheFirstAndDeletesOnlyWhatLost() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    List<RangeResult> first = compact(plan);
    List<RangeResult> second = compact(plan);
    GroupOutcome one = finish(plan, first);
    GroupOutcome two = finish(plan, second);

    assertThat(two, is(one));
    requireFiles(first, true);
    requireFiles(second, false);
  }

  @Test
  void ofTwoAttemptsAtARangeOneIsTakenAndTheOtherDeleted() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    List<RangeResult> both = new ArrayList<>(compact(plan));
    both.addAll(compact(plan));
    GroupOutcome outcome = finish(plan, both);

    List<String> named =
        store.commit(outcome.version()).changes().get(0).adds().stream()
            .flatMap(segment -> segment.files().stream())
            .map(DataFile::path)
            .toList();
    for (RangeResult result : both) {
      boolean taken =
          result.segments().stream().allMatch(s -> named.contains(s.files().get(0).path()));
      requireFiles(List.of(result), taken);
    }
  }

  @Test
  void whoPlannedTheSameFromTheSameVersionFindsItTaken() throws IOException {
    CompactionPlan mine = store.plan("mine", FULL);
    CompactionPlan other = store.plan("other", FULL);
    List<RangeResult> written = compact(mine);
    finish(other, compact(other));
    GroupOutcome outcome = finish(mine, written);

    assertThat(outcome.ending(), is(Ending.TAKEN));
    requireFiles(written, false);
    assertThat(store.live().keySet(), is(Set.of("b", "c")));
  }

  @Test
  void whoPlannedFromAnEarlierVersionYieldsAndLeavesNothingBehind() throws IOException {
    CompactionPlan early = store.plan("early", FULL);
    List<RangeResult> written = compact(early);
    store.commit(record("d", 5));
    CompactionPlan late = store.plan("late", FULL);
    finish(late, compact(late));
    GroupOutcome outcome = finish(early, written);

    assertThat(outcome.ending(), is(Ending.YIELDED));
    assertThat(outcome.why(), containsString("was replaced meanwhile"));
    requireFiles(written, false);
    assertThat(store.live().keySet(), is(Set.of("b", "c", "d")));
  }

  @Test
  void aGroupYieldsToARollbackEvenIfItsSegmentsAreLiveAgain() throws IOException {
    store.commit(record("zz", 9));
    CompactionPlan plan = store.plan("run", FULL);
    List<RangeResult> written = compact(plan);
    store.rollback(2);
    store.rollback(3);
    GroupOutcome outcome = finish(plan, written);

    assertThat(outcome.ending(), is(Ending.YIELDED));
    assertThat(outcome.why(), containsString("brought older segments back"));
    requireFiles(written, false);
  }

  @Test
  void afterARollbackTheSameSegmentsAreCompactedAgain() throws IOException {
    CompactionPlan first = store.plan("run", FULL);
    finish(first, compact(first));
    store.rollback(2);
    CompactionPlan again = store.plan("run", FULL);
    assertThat(again.group(0).segments(), is(first.group(0).segments()));
    assertThat(finish(again, compact(again)).ending(), is(Ending.COMMITTED));
    assertThat(store.plan("next", FULL).groups(), is(empty()));
  }

  @Test
  void aContractThatChangedMeanwhileStaysChanged() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    List<RangeResult> written = compact(plan);
    store.changeContract("9.9.9");
    finish(plan, written);
    assertThat(store.collection().contract().version(), is("9.9.9"));
  }

  @Test
  void aCancelledRunCommitsNothingAndLeavesNothingBehind() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    List<RangeResult> written = compact(plan);
    store.fence("run", "run");
    assertThrows(CommitFencedException.class, () -> finish(plan, written));
    requireFiles(written, false);
    assertThat(store.collection().segments().size(), is(2));
  }

  @Test
  void whereNothingIsLiveTheSegmentsGoAndNoneComes() throws IOException {
    store.commit(Write.deletion("b"), Write.deletion("c"));
    CompactionPlan plan = store.plan("run", FULL);
    GroupOutcome outcome = finish(plan, compact(plan));
    assertThat(store.commit(outcome.version()).changes().get(0).adds(), is(empty()));
    assertThat(store.collection().segments(), is(empty()));
    assertThat(store.live(), is(Map.of()));
    store.commit(record("a", 7));
    assertThat(store.live().keySet(), is(Set.of("a")));
  }

  @Test
  void aRangeThatIsMissingIsNoCommit() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    IOException e = assertThrows(IOException.class, () -> finish(plan, List.of()));
    assertThat(e.getMessage(), containsString("0 of its 1 ranges"));
  }

  @Test
  void rowsThatAreNotAccountedForAreNoCommit() throws IOException {
    CompactionPlan plan = store.plan("run", FULL);
    RangeResult good = compact(plan).get(0);
    RangeTally t = good.tally();
    RangeTally wrong =
        new RangeTally(
            t.entries() - 1,
            t.rows(),
            t.superseded() - 1,
            t.tombstonesKept(),
            t.tombstonesDropped(),
            t.idDigest());
    RangeResult lossy =
        new RangeResult(0, 0, good.attempt(), good.segments(), wrong, good.stageNanos());
    IOException e = assertThrows(IOException.class, () -> finish(plan, List.of(lossy)));
    assertThat(e.getMessage(), containsString("entries read: expected 5, got 4"));
    assertThat(store.log().latestVersion(), is(2L));
  }

  private void requireFiles(List<RangeResult> results, boolean there) throws IOException {
    List<DataFile> files =
        results.stream()
            .flatMap(result -> result.segments().stream())
            .flatMap(segment -> segment.files().stream())
            .toList();
    assertThat(files, is(not(empty())));
    for (DataFile file : files) {
      assertThat(file.path(), store.files().size(file.path()).isPresent(), is(there));
    }
  }
}
