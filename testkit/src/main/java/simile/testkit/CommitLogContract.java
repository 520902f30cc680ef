package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import simile.files.StoreFiles;
import simile.log.Appended;
import simile.log.Change;
import simile.log.Commit;
import simile.log.CommitCheck;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.CommitUnknownException;
import simile.log.DraftCommit;
import simile.log.LogVerifier;
import simile.log.NoSuchVersionException;
import simile.log.Sleeper;
import simile.log.State;
import simile.testkit.UnsureFiles.Fate;

/** What the commit log promises on every kind of storage. A subclass says only where. */
public abstract class CommitLogContract {
  private static final Sleeper NO_SLEEP = duration -> {};
  private final SteppingClock clock = new SteppingClock();

  /** The test's own store, empty at the start of each test; each call a new instance. */
  protected abstract StoreFiles files() throws IOException;

  @Test
  void anEmptyStoreHasNoVersions() throws IOException {
    CommitLog log = open();
    assertThat(log.latestVersion(), is(0L));
    assertThat(log.latest(), is(Optional.empty()));
    assertThat(log.state().collections().keySet(), empty());
    assertThrows(NoSuchVersionException.class, () -> log.read(1));
  }

  @Test
  void aCommitReadsBackAsItWasAppended() throws IOException {
    DraftCommit draft = Drafts.ingest("a");
    Appended appended = open().append(draft);
    assertThat(appended.adopted(), is(false));
    assertThat(appended.commit().version(), is(1L));
    assertThat(appended.commit().parent(), is(""));
    assertThat(appended.commit().committedAt(), is(clock.instant()));
    assertThat(asDrafted(appended.commit()), equalTo(draft));
    assertThat(open().read(1), equalTo(appended.commit()));
    assertThat(open().latest(), equalTo(Optional.of(appended.commit())));
    assertThat(open().byRun("a"), equalTo(Optional.of(appended.commit())));
    assertThat(open().byToken("token-a"), equalTo(Optional.of(appended.commit())));
    assertThat(open().byRun("b"), is(Optional.empty()));
  }

  @Test
  void twoWritersOneWinsAndTheOtherFollows() throws IOException {
    CommitLog one = open();
    CommitLog other = open();
    assertThat(one.append(Drafts.ingest("a")).commit().version(), is(1L));
    assertThat(other.append(Drafts.ingest("b")).commit().version(), is(2L));
    assertThat(one.latestVersion(), is(2L));
  }

  @Test
  void ofManyWritersEachCommitLandsExactlyOnce() throws Exception {
    int writers = 8;
    int rounds = 50;
    int all = writers * rounds;
    List<List<Long>> versions =
        Races.run(
            writers,
            writer ->
                () -> {
                  CommitLog log = open();
                  List<Long> mine = new ArrayList<>();
                  for (int round = 0; round < rounds; round++) {
                    mine.add(log.append(Drafts.ingest(writer + "-" + round)).commit().version());
                  }
                  return mine;
                });
    assertThat(
        versions.stream().flatMap(List::stream).sorted().toList(),
        equalTo(LongStream.rangeClosed(1, all).boxed().toList()));
    assertThat(new LogVerifier(files()).requireWhole(), is((long) all));
    assertThat(segments(open().state()).size(), is(all));
  }

  @Test
  void manyWhoCommitOneTokenCommitOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      DraftCommit draft = Drafts.ingest("run-" + round);
      List<Appended> all = Races.run(8, i -> () -> open().append(draft));
      assertThat(all.stream().filter(a -> !a.adopted()).count(), is(1L));
      assertThat(all.stream().map(Appended::commit).distinct().count(), is(1L));
    }
    assertThat(open().latestVersion(), is(10L));
  }

  @Test
  void aLostReplyToAnAppliedCommitIsAdopted() throws IOException {
    for (DraftCommit draft : List.of(Drafts.ingest("a"), Drafts.audit("b"), Drafts.fence("c"))) {
      long before = open().latestVersion();
      Appended appended = unsure(Fate.APPLIED_AND_LOST).append(draft);
      assertThat(appended.adopted(), is(true));
      assertThat(appended.commit().version(), is(before + 1));
      assertThat(open().latestVersion(), is(before + 1));
    }
  }

  @Test
  void aCommitThatGotLostOnItsWayIsRetried() throws IOException {
    Appended appended = unsure(Fate.LOST, Fate.LOST).append(Drafts.ingest("a"));
    assertThat(appended.adopted(), is(false));
    assertThat(open().latestVersion(), is(1L));
  }

  @Test
  void aCommitThatArrivesAfterItsRetryWasMadeIsAdopted() throws IOException {
    Appended appended = unsure(Fate.LATE).append(Drafts.ingest("a"));
    assertThat(appended.adopted(), is(true));
    assertThat(open().latestVersion(), is(1L));
  }

  @Test
  void lostRepliesAmongManyWritersNeverCommitTwice() throws Exception {
    Fate[] fates = {Fate.ANSWERED, Fate.APPLIED_AND_LOST, Fate.LOST, Fate.LATE};
    Races.run(
        6,
        writer ->
            () -> {
              Random random = new Random(writer);
              Fate[] mine =
                  IntStream.range(0, 500)
                      .mapToObj(i -> fates[random.nextInt(fates.length)])
                      .toArray(Fate[]::new);
              CommitLog log = unsure(mine);
              for (int round = 0; round < 10; round++) {
                log.append(Drafts.ingest(writer + "-" + round));
              }
              return writer;
            });
    List<String> runs = open().history().map(Commit::runId).toList();
    assertThat(runs.stream().distinct().count(), is(60L));
    assertThat(runs.size(), is(60));
  }

  @Test
  void anOutcomeThatCannotBeLearnedIsReportedAsUnknown() throws IOException {
    UnsureFiles files = new UnsureFiles(files(), List.of(Fate.APPLIED_AND_LOST));
    files.breakAfterLoss = true;
    List<Duration> waits = new ArrayList<>();
    CommitLog log = CommitLog.open(files, clock, waits::add);
    CommitUnknownException e =
        assertThrows(CommitUnknownException.class, () -> log.append(Drafts.ingest("a")));
    assertThat(e.getMessage(), containsString("version 1"));
    assertThat(waits.size(), is(9));
    assertThat(open().append(Drafts.ingest("a")).adopted(), is(true));
  }

  @Test
  void aPutThatCertainlyFailedIsReportedAsItIs() throws IOException {
    IOException e =
        assertThrows(IOException.class, () -> unsure(Fate.FAILED).append(Drafts.ingest("a")));
    assertThat(e.getMessage(), equalTo("refused"));
    assertThat(open().latestVersion(), is(0L));
  }

  @Test
  void aFailureAfterALostReplyDoesNotHideTheDoubt() throws IOException {
    Appended appended = unsure(Fate.LOST, Fate.FAILED, Fate.FAILED).append(Drafts.ingest("a"));
    assertThat(appended.commit().version(), is(1L));
  }

  @Test
  void theSameTokenAdoptsWhateverTheRunId() throws IOException {
    open().append(Drafts.ingest("a"));
    Appended again = open().append(Drafts.ingest("a"));
    Appended other = open().append(Drafts.withToken("token-a", Drafts.ingest("b")));
    assertThat(List.of(again.adopted(), other.adopted()), everyItem(is(true)));
    assertThat(other.commit().runId(), equalTo("a"));
    assertThat(open().latestVersion(), is(1L));
  }

  @Test
  void anAdoptedEntryIsMadeDurableFirst() throws IOException {
    open().append(Drafts.ingest("a"));
    StoreFiles failing =
        new ForwardingFiles(files()) {
          @Override
          public void syncFolders(Collection<String> folders) throws IOException {
            throw new IOException("disk on fire");
          }
        };
    CommitLog log = CommitLog.open(failing, clock, NO_SLEEP);
    assertThrows(CommitUnknownException.class, () -> log.append(Drafts.ingest("a")));
  }

  @Test
  void aRunIdWithOtherArgumentsIsRefused() throws IOException {
    open().append(Drafts.ingest("a"));
    assertThrows(
        CommitConflictException.class,
        () -> open().append(Drafts.withArguments("00".repeat(32), Drafts.ingest("a"))));
  }

  @Test
  void anAuditLeavesItsTokenFree() throws IOException {
    assertThat(open().append(Drafts.audit("a")).commit().version(), is(1L));
    assertThat(open().append(Drafts.audit("a")).adopted(), is(true));
    assertThat(open().byToken("token-a"), is(Optional.empty()));
    Appended committed = open().append(Drafts.ingest("a"));
    assertThat(committed.adopted(), is(false));
    assertThat(committed.commit().version(), is(2L));
    assertThat(open().append(Drafts.audit("a")).commit(), equalTo(committed.commit()));
  }

  @Test
  void aFencedRunNeverCommits() throws IOException {
    open().append(Drafts.fence("a"));
    assertThrows(CommitFencedException.class, () -> open().append(Drafts.ingest("a")));
    assertThrows(CommitFencedException.class, () -> open().append(Drafts.audit("a")));
    assertThrows(
        CommitFencedException.class,
        () -> open().append(Drafts.withToken("other", Drafts.ingest("a"))));
    assertThrows(
        CommitFencedException.class,
        () -> open().append(Drafts.withToken("token-a", Drafts.ingest("b"))));
    assertThat(open().append(Drafts.fence("a")).adopted(), is(true));
    assertThat(open().latestVersion(), is(1L));
  }

  @Test
  void aCommittedRunCannotBeFenced() throws IOException {
    open().append(Drafts.ingest("a"));
    assertThrows(CommitConflictException.class, () -> open().append(Drafts.fence("a")));
  }

  @Test
  void ofACommitAndAFenceExactlyOneWins() throws Exception {
    for (int round = 0; round < 20; round++) {
      String run = "run-" + round;
      List<Boolean> won =
          Races.run(
              2,
              i ->
                  () -> {
                    try {
                      open().append(i == 0 ? Drafts.ingest(run) : Drafts.fence(run));
                      return true;
                    } catch (CommitConflictException e) {
                      return false;
                    }
                  });
      assertThat(won.get(0), is(!won.get(1)));
    }
    assertThat(open().latestVersion(), is(20L));
  }

  @Test
  void timesNeverGoBackThoughTheClockDoes() throws IOException {
    CommitLog log = open();
    Instant noon = clock.instant();
    log.append(Drafts.ingest("a"));
    clock.set(noon.minusSeconds(3600));
    log.append(Drafts.ingest("b"));
    clock.set(noon.plusSeconds(1));
    log.append(Drafts.ingest("c"));
    assertThat(
        open().history().map(Commit::committedAt).toList(),
        contains(noon.plusSeconds(1), noon, noon));
  }

  @Test
  void theCheckSeesWhatWasCommittedSinceAndCanRefuse() throws IOException {
    CommitLog log = open();
    log.append(Drafts.ingest("a"));
    log.append(Drafts.ingest("b"));
    log.append(Drafts.ingest("c"));
    List<Long> seen = new ArrayList<>();
    CommitCheck refuse =
        since -> {
          since.forEach(c -> seen.add(c.version()));
          return Optional.of("segment b is in the way");
        };
    CommitConflictException e =
        assertThrows(
            CommitConflictException.class, () -> log.append(Drafts.ingest("d"), 1, refuse));
    assertThat(e.getMessage(), containsString("segment b is in the way"));
    assertThat(seen, contains(2L, 3L));
    assertThat(log.append(Drafts.ingest("d"), 3, refuse).commit().version(), is(4L));
  }

  @Test
  void aSegmentIsRemovedOnceAndOnlyWhileItIsLive() throws IOException {
    CommitLog log = open();
    log.append(Drafts.ingest("a"));
    Change swap = Drafts.change(Drafts.ANALOGIES, List.of(Drafts.segment("b")), List.of("a"));
    log.append(Drafts.ingest("r1", swap));
    assertThat(segments(log.state()), contains("b@2"));
    assertThat(segments(log.stateAt(1)), contains("a@1"));
    Change again = Drafts.change(Drafts.ANALOGIES, List.of(Drafts.segment("c")), List.of("a"));
    assertThrows(CommitConflictException.class, () -> log.append(Drafts.ingest("r2", again)));
    assertThrows(
        CommitConflictException.class,
        () -> log.append(Drafts.withToken("t", Drafts.ingest("r3", withAdds("b")))));
  }

  @Test
  void aCommitNamesEachCollectionAndEachSegmentOnce() throws IOException {
    CommitLog log = open();
    log.append(Drafts.ingest("a"));
    DraftCommit twiceChanged = Drafts.ingest("r1", withAdds("b"), withAdds("c"));
    DraftCommit twiceAdded =
        Drafts.ingest(
            "r2",
            Drafts.change(
                Drafts.ANALOGIES, List.of(Drafts.segment("b"), Drafts.segment("b")), List.of()));
    DraftCommit twiceRemoved =
        Drafts.ingest("r3", Drafts.change(Drafts.ANALOGIES, List.of(), List.of("a", "a")));
    for (DraftCommit draft : List.of(twiceChanged, twiceAdded, twiceRemoved)) {
      assertThrows(CommitConflictException.class, () -> log.append(draft));
    }
    assertThat(log.latestVersion(), is(1L));
  }

  @Test
  void aCollectionHasOneDimensionAndKeepsIt() throws IOException {
    CommitLog log = open();
    log.append(Drafts.ingest("a", Drafts.withDimension(3, withAdds("a"))));
    log.append(Drafts.ingest("b"));
    assertThat(
        log.state().collection(Drafts.ANALOGIES).orElseThrow().schema().dimension(),
        is(OptionalInt.of(3)));
    assertThrows(
        CommitConflictException.class,
        () -> log.append(Drafts.ingest("c", Drafts.withDimension(4, withAdds("c")))));
  }

  @Test
  void historyIsNewestFirstAndReadOnlyAsFarAsAsked() throws IOException {
    CommitLog log = open();
    for (String run : List.of("a", "b", "c")) {
      log.append(Drafts.ingest(run));
    }
    files().delete("_log/00000000000000000001.json");
    assertThat(log.history().limit(2).map(Commit::runId).toList(), contains("c", "b"));
  }

  /** What of a commit is not the log's own. */
  private static DraftCommit asDrafted(Commit commit) {
    return new DraftCommit(
        commit.operation(),
        commit.runId(),
        commit.token(),
        commit.argumentsSha256(),
        commit.changes(),
        commit.retention(),
        commit.audit(),
        commit.counts(),
        commit.violationsByRule(),
        commit.warningsByRule(),
        commit.inputs(),
        commit.details());
  }

  private CommitLog open() throws IOException {
    return CommitLog.open(files(), clock, NO_SLEEP);
  }

  private CommitLog unsure(Fate... fates) throws IOException {
    return CommitLog.open(new UnsureFiles(files(), List.of(fates)), clock, NO_SLEEP);
  }

  private static Change withAdds(String segment) {
    return Drafts.change(Drafts.ANALOGIES, List.of(Drafts.segment(segment)), List.of());
  }

  /** As name@commit. */
  private static List<String> segments(State state) {
    return state.collection(Drafts.ANALOGIES).stream()
        .flatMap(c -> c.segments().stream())
        .map(s -> s.segment().name() + "@" + s.commit())
        .toList();
  }
}
