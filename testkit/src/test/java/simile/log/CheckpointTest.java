package simile.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.segment.Segment;
import simile.testkit.Drafts;
import simile.testkit.ForwardingFiles;

class CheckpointTest {
  private static final List<CollectionKey> KEYS =
      List.of(
          Drafts.ANALOGIES,
          new CollectionKey("default", "frames"),
          new CollectionKey("other", "analogies"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void openingByCheckpointEqualsReplayingEveryEntryEqualsTheModel(int seed) throws IOException {
    StoreFiles files = new LocalFiles(folder);
    CommitLog log = CommitLog.open(files);
    Random random = new Random(seed);
    Map<CollectionKey, List<String>> model = new TreeMap<>();
    int commits = 70;
    for (int version = 1; version <= commits; version++) {
      log.append(step(random, version, model));
    }
    assertThat(files.list("_log").size(), is(commits + 2));
    CommitLog byCheckpoint = CommitLog.open(files);
    State state = byCheckpoint.state();
    assertThat(names(state), equalTo(model));
    assertThat(log.state(), equalTo(state));
    for (int version = 1; version <= commits; version++) {
      String run = "run-" + version;
      assertThat(byCheckpoint.byRun(run).map(Commit::version), is(Optional.of((long) version)));
      assertThat(byCheckpoint.byToken("token-" + run), equalTo(log.byToken("token-" + run)));
    }
    State early = byCheckpoint.stateAt(40);
    files.delete(LogFiles.checkpoint(64));
    files.delete(LogFiles.checkpoint(32));
    assertThat(CommitLog.open(files).state(), equalTo(state));
    assertThat(CommitLog.open(files).stateAt(40), equalTo(early));
  }

  @Test
  void openingReadsOnlyTheCheckpointAndWhatFollows() throws IOException {
    StoreFiles files = withCommits(70);
    List<String> reads = new ArrayList<>();
    StoreFiles counting =
        new ForwardingFiles(files) {
          @Override
          public byte[] read(String path) throws IOException {
            reads.add(path);
            return super.read(path);
          }
        };
    CommitLog log = CommitLog.open(counting);
    assertThat("checkpoint, its entry, six after it", reads.size(), is(1 + 1 + 6));
    reads.clear();
    log.state();
    assertThat(reads, contains(LogFiles.entry(71)));
  }

  @Test
  void aDamagedCheckpointFallsBackToAnOlderOneAndThenToTheEntries() throws IOException {
    StoreFiles files = withCommits(70);
    State state = CommitLog.open(files).state();
    damage(files, LogFiles.checkpoint(64));
    assertThat(CommitLog.open(files).state(), equalTo(state));
    files.replace(LogFiles.checkpoint(32), new byte[0]);
    assertThat(CommitLog.open(files).state(), equalTo(state));
    assertThat(new LogVerifier(files).requireUnbroken(), is(70L));
  }

  @Test
  void aCheckpointOfAnotherLogIsPassedOver() throws IOException {
    StoreFiles files = withCommits(32);
    StoreFiles other = new LocalFiles(folder.resolve("other"));
    CommitLog log = CommitLog.open(other);
    for (int i = 1; i <= 32; i++) {
      log.append(Drafts.ingest("theirs-" + i));
    }
    files.replace(LogFiles.checkpoint(32), other.read(LogFiles.checkpoint(32)));
    assertThat(CommitLog.open(files).byRun("theirs-1"), is(Optional.empty()));
  }

  @Test
  void aWriterCountsFromACheckpointThatAnotherWrote() throws IOException {
    StoreFiles files = withCommits(20);
    CommitLog early = CommitLog.open(files);
    CommitLog other = CommitLog.open(files);
    for (int i = 21; i <= 40; i++) {
      other.append(Drafts.ingest("run-" + i));
    }
    early.append(Drafts.ingest("run-41"));
    assertThat(new LogFiles(files).list().checkpoints(), contains(32L));
  }

  @Test
  void entriesLostBehindACheckpointAreMissed() throws IOException {
    StoreFiles files = withCommits(32);
    files.delete(LogFiles.entry(32));
    CorruptLogException e = assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), containsString(LogFiles.entry(32) + " is missing"));
  }

  @Test
  void damageBeforeTheCheckpointIsFoundByTheWholeCheck() throws IOException {
    StoreFiles files = withCommits(40);
    damage(files, LogFiles.entry(5));
    assertThat(new LogVerifier(files).requireUnbroken(), is(40L));
    assertThrows(CorruptLogException.class, () -> new LogVerifier(files).requireWhole());
  }

  @Test
  void aCheckpointThatCannotBeWrittenFailsNoCommit() throws IOException {
    StoreFiles files =
        new ForwardingFiles(new LocalFiles(folder)) {
          @Override
          public boolean putIfAbsent(String path, byte[] content) throws IOException {
            if (path.contains("checkpoint")) {
              throw new IOException("disk full");
            }
            return super.putIfAbsent(path, content);
          }
        };
    CommitLog log = CommitLog.open(files);
    for (int i = 1; i <= 34; i++) {
      log.append(Drafts.ingest("run-" + i));
    }
    assertThat(CommitLog.open(files).latestVersion(), is(34L));
  }

  private StoreFiles withCommits(int count) throws IOException {
    StoreFiles files = new LocalFiles(folder);
    CommitLog log = CommitLog.open(files);
    for (int i = 1; i <= count; i++) {
      log.append(Drafts.ingest("run-" + i));
    }
    return files;
  }

  /** An ingest that adds and removes at random, an audit, or a fence; the model follows. */
  private static DraftCommit step(
      Random random, int version, Map<CollectionKey, List<String>> model) {
    String run = "run-" + version;
    int kind = random.nextInt(10);
    if (kind < 2) {
      return kind == 0 ? Drafts.audit(run) : Drafts.fence(run);
    }
    CollectionKey key = KEYS.get(random.nextInt(KEYS.size()));
    List<String> live = model.computeIfAbsent(key, k -> new ArrayList<>());
    List<String> removes = new ArrayList<>();
    if (!live.isEmpty() && random.nextBoolean()) {
      removes.add(live.remove(random.nextInt(live.size())));
    }
    List<Segment> adds = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      adds.add(Drafts.segment(run + "-" + i));
      live.add(run + "-" + i);
    }
    return Drafts.ingest(run, Drafts.change(key, adds, removes));
  }

  private static Map<CollectionKey, List<String>> names(State state) {
    Map<CollectionKey, List<String>> names = new TreeMap<>();
    state
        .collections()
        .forEach(
            (key, collection) ->
                names.put(
                    key, collection.segments().stream().map(s -> s.segment().name()).toList()));
    return names;
  }

  private static void damage(StoreFiles files, String path) throws IOException {
    byte[] bytes = files.read(path);
    bytes[bytes.length / 2] ^= 4;
    files.replace(path, bytes);
  }
}
