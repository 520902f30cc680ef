package simile.watch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static simile.watch.MemoryFolder.record;
import static simile.watch.WindowOutcome.End.COMMITTED;
import static simile.watch.WindowOutcome.End.FAILED;
import static simile.watch.WindowOutcome.End.LOST;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.log.InputFile;
import simile.log.Operation;
import simile.testkit.MemoryFiles;

/** What a stream takes in, and that it takes it in once. */
class StreamTest {
  private final MemoryFiles files = new MemoryFiles();
  private final MemoryFolder folder = new MemoryFolder();

  @Test
  void takesWhatTwoLooksFoundTheSame() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream = stream("s");
    assertThat(stream.next().isPresent(), is(false));
    stream.later();
    Window window = stream.next().orElseThrow();
    assertThat(window.plan().runId(), startsWith("s-00000000-"));
    assertThat(stream.commit(stream.work(window)).end(), is(COMMITTED));
    assertThat(ingested(), contains("a.jsonl"));
  }

  @Test
  void leavesAFileThatGrows() throws IOException {
    PlainStream stream = stream("s");
    folder.put("a.jsonl", record("1"));
    assertThat(stream.run(1), is(empty()));
    folder.put("a.jsonl", record("1"), record("2"));
    assertThat(stream.run(1), is(empty()));
    assertThat(stream.run(1), contains(COMMITTED));
    assertThat(entries().get(0).counts().read(), is(2L));
  }

  @Test
  void looksThatFindNothingCommitNothing() throws IOException {
    assertThat(stream("s").run(5), is(empty()));
    assertThat(entries(), is(empty()));
  }

  @Test
  void waitsForAWindowThatIsUnderWay() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream = stream("s");
    Window first = soon(stream);
    folder.put("b.jsonl", record("2"));
    for (int look = 0; look < 4; look++) {
      assertThat(stream.next().isPresent(), is(false));
      stream.later();
    }
    assertThat(stream.commit(stream.work(first)).end(), is(COMMITTED));
    stream.run(2);
    assertThat(ingested(), contains("a.jsonl", "b.jsonl"));
  }

  @Test
  void aStartWithoutStateTakesNothingTwice() throws IOException {
    folder.put("a.jsonl", record("1"));
    assertThat(stream("s").run(3), contains(COMMITTED));
    folder.put("b.jsonl", record("2"));
    assertThat(stream("s").run(3), contains(COMMITTED));
    assertThat(stream("t").run(3), is(empty()));
    assertThat(ingested(), contains("a.jsonl", "b.jsonl"));
  }

  @Test
  void aWindowThatWasLeftBetweenItsSegmentsAndItsCommitIsDoneAgain() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream killed = stream("s");
    GatheredWindow left = killed.work(soon(killed));
    assertThat(stream("s").run(3), contains(COMMITTED));
    assertThat(ingested(), contains("a.jsonl"));
    List<String> before = files.paths();

    assertThat("it comes back", killed.commit(left).end(), is(LOST));
    assertThat(ingested(), contains("a.jsonl"));
    int made = left.results().stream().mapToInt(r -> r.segments().get(0).files().size()).sum();
    assertThat("what it wrote is gone", files.paths(), hasSize(before.size() - made));
  }

  @Test
  void aWindowThatCommittedAndIsRepeatedIsAdopted() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream = stream("s");
    Window window = soon(stream);
    WindowOutcome first = stream.commit(stream.work(window));
    List<String> before = files.paths();
    assertThat(stream.commit(stream.work(window)), is(first));
    assertThat("what the repetition wrote is gone", files.paths(), is(before));

    folder.remove("a.jsonl");
    assertThat("also when the file is gone", stream.commit(stream.work(window)), is(first));
  }

  @Test
  void aMarkOfBeforeTakesNothingTwice() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream early = stream("s");
    Window window = soon(early);
    WatchMark savepoint = early.watcher().mark();
    assertThat(stream("t").run(3), contains(COMMITTED));
    folder.put("b.jsonl", record("2"));

    PlainStream restored = new PlainStream(files, folder, "s", PlainStream.pace(), savepoint);
    assertThat("what was under way", restored.commit(restored.work(window)).end(), is(LOST));
    assertThat(restored.run(4), contains(COMMITTED));
    assertThat(ingested(), contains("a.jsonl", "b.jsonl"));
  }

  @Test
  void ofTwoWatchersOneTakesEachFile() throws IOException {
    PlainStream one = stream("one");
    PlainStream two = stream("two");
    List<String> names = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      for (int file = 0; file < 3; file++) {
        String name = "%d-%d.jsonl".formatted(round, file);
        folder.put(name, record(name));
        names.add(name);
      }
      Window mine = soon(one);
      Window theirs = soon(two);
      GatheredWindow written = one.work(mine);
      assertThat(two.commit(two.work(theirs)).end(), is(COMMITTED));
      assertThat(one.commit(written).end(), is(LOST));
    }
    assertThat(ingested(), is(names));
    assertThat(one.run(3), is(empty()));
    assertThat(two.run(3), is(empty()));
  }

  @Test
  void theLoserTakesWhatTheWinnerDidNot() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream one = stream("one");
    Window early = soon(one);
    folder.put("b.jsonl", record("2"));
    PlainStream two = stream("two");
    Window both = soon(two);
    assertThat(one.commit(one.work(early)).end(), is(COMMITTED));
    assertThat(two.commit(two.work(both)).end(), is(LOST));
    assertThat(two.run(3), contains(COMMITTED));
    assertThat(ingested(), contains("a.jsonl", "b.jsonl"));
  }

  @Test
  void aFileThatChangesIsANewVersion() throws IOException {
    PlainStream stream = stream("s");
    folder.put("a.jsonl", record("1"));
    assertThat(stream.run(3), contains(COMMITTED));
    folder.put("a.jsonl", record("1"), record("2"));
    assertThat(stream.run(3), contains(COMMITTED));
    assertThat(ingested(), contains("a.jsonl", "a.jsonl"));
    assertThat(entries().get(1).counts().read(), is(2L));
  }

  @Test
  void anOldVersionDoesNotComeAfterANewOne() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream slow = stream("slow");
    GatheredWindow old = slow.work(soon(slow));
    folder.put("a.jsonl", record("2"));
    assertThat(stream("fast").run(3), contains(COMMITTED));
    assertThat(slow.commit(old).end(), is(LOST));
    assertThat("and it goes on", slow.run(3), is(empty()));
    folder.put("b.jsonl", record("3"));
    assertThat(slow.run(3), contains(COMMITTED));
    assertThat(ingested(), contains("a.jsonl", "b.jsonl"));
  }

  @Test
  void aFileThatChangesWhileItIsReadIsNotCommitted() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream = stream("s");
    Window window = soon(stream);
    folder.put("a.jsonl", record("1"), record("2"));
    GatheredWindow read = stream.work(window);
    assertThat(read.failure().orElseThrow(), containsString("changed while it was read"));
    assertThat(stream.commit(read).end(), is(FAILED));
    assertThat(stream.run(3), contains(COMMITTED));
    assertThat(last().counts().read(), is(2L));
  }

  @Test
  void ofFilesThatFailTogetherTheSoundOnesComeInAndTheBadOneIsLeft() throws IOException {
    for (int file = 0; file < 9; file++) {
      folder.put(file + ".jsonl", file == 6 ? "{\"no\":\"analogy\"}" : record("r" + file));
    }
    PlainStream stream = stream("s");
    List<WindowOutcome.End> ends = stream.run(20);
    List<String> expected = new ArrayList<>(folder.files().keySet());
    expected.remove("6.jsonl");
    assertThat(ingested().stream().sorted().toList(), is(expected));
    assertThat((int) ends.stream().filter(FAILED::equals).count(), lessThanOrEqualTo(5));
    assertThat(
        entries().stream()
            .filter(e -> e.operation() == Operation.AUDIT && e.inputs().size() == 1)
            .map(e -> name(e.inputs().get(0)))
            .toList(),
        contains("6.jsonl"));

    assertThat("nobody tries it again", stream("t").run(5), is(empty()));
    folder.put("6.jsonl", record("r6"));
    assertThat("unless it changes", stream("t").run(3), contains(COMMITTED));
  }

  @Test
  void aCancelledStreamCommitsNothingMore() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream = stream("s");
    GatheredWindow window = stream.work(soon(stream));
    CommitLog other = CommitLog.open(files);
    assertThat(other.append(DraftCommit.fence("s", "s", "enough")).adopted(), is(false));
    assertThat(stream.commit(window).end(), is(LOST));
    assertThat(stream.run(3), is(empty()));
    assertThat(stream.watcher().isOver(), is(true));
    assertThat(ingested(), is(empty()));
  }

  @Test
  void windowsAreBounded() throws IOException {
    for (int file = 0; file < 5; file++) {
      folder.put(file + ".jsonl", record("r" + file));
    }
    PlainStream stream =
        new PlainStream(
            files, folder, "s", new WatchPlan.Pace(PlainStream.EVERY, false, 2, 1 << 20));
    assertThat(stream.run(2), contains(COMMITTED, COMMITTED, COMMITTED));
    assertThat(ingested(), contains("0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl", "4.jsonl"));
    PlainStream narrow =
        new PlainStream(files, folder, "n", new WatchPlan.Pace(PlainStream.EVERY, false, 9, 1));
    folder.put("5.jsonl", record("r5"));
    folder.put("6.jsonl", record("r6"));
    assertThat(narrow.run(2), contains(COMMITTED, COMMITTED));
  }

  @Test
  void endsWhenItIsIdleIfAsked() throws IOException {
    folder.put("a.jsonl", record("1"));
    PlainStream stream =
        new PlainStream(files, folder, "s", new WatchPlan.Pace(PlainStream.EVERY, true));
    assertThat(stream.run(100), contains(COMMITTED));
    assertThat(stream.watcher().isOver(), is(true));
  }

  @Test
  void entriesSayWhatTheyAreWindowsOf() throws IOException {
    folder.put("a.jsonl", record("1"));
    stream("s").run(3);
    assertThat(last().details().get("watch"), is("s"));
    assertThat(last().details().get("watched"), is("/in"));
    assertThat(entries().stream().map(Commit::operation).toList(), everyItem(is(Operation.INGEST)));
  }

  private PlainStream stream(String id) throws IOException {
    return new PlainStream(files, folder, id, PlainStream.pace());
  }

  /** The window of what is there now. */
  private static Window soon(PlainStream stream) throws IOException {
    Optional<Window> window = stream.next();
    for (int look = 0; look < 2 && window.isEmpty(); look++) {
      stream.later();
      window = stream.next();
    }
    return window.orElseThrow();
  }

  private List<Commit> entries() throws IOException {
    CommitLog log = CommitLog.open(files);
    List<Commit> entries = new ArrayList<>();
    for (long version = 1; version <= log.latestVersion(); version++) {
      entries.add(log.read(version));
    }
    return entries;
  }

  private Commit last() throws IOException {
    return CommitLog.open(files).latest().orElseThrow();
  }

  /** The names of the files that entries brought in, in order. */
  private List<String> ingested() throws IOException {
    return entries().stream()
        .filter(entry -> entry.operation() == Operation.INGEST)
        .flatMap(entry -> entry.inputs().stream())
        .map(StreamTest::name)
        .toList();
  }

  private static String name(InputFile file) {
    return file.uri().substring(file.uri().lastIndexOf('/') + 1);
  }
}
