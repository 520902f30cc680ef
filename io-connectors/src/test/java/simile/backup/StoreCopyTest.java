package simile.backup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.log.CommitConflictException;
import simile.log.NoSuchVersionException;
import simile.log.RunIdentity;
import simile.store.AsOf;
import simile.store.Store;
import simile.store.StoreNotFoundException;
import simile.tags.Tags;
import simile.testing.TestStore;
import simile.vacuum.Vacuum;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

class StoreCopyTest {
  private static final RunIdentity RUN = run("copy");

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder.resolve("store"));
    store.ingest("one", line("a", 1), line("b", 1));
    store.ingest("two", "-a", line("b", 2));
    store.ingest("three", line("c", 3));
  }

  private CopyResult backup(String to, AsOf asOf) throws IOException {
    return copy(store.store(), to, asOf);
  }

  private CopyResult copy(Store source, String to, AsOf asOf) throws IOException {
    return new StoreCopy(source, new LocalFiles(folder.resolve(to)), store.clock()).run(RUN, asOf);
  }

  private Store opened(String name) throws IOException {
    return Store.open(folder.resolve(name).toString());
  }

  @Test
  void backupIsAStoreWithThatVersionAndNoOlderOne() throws IOException {
    CopyResult result = backup("backup", new AsOf.Version(2));
    assertThat(result.version(), is(2L));
    Store backup = opened("backup");
    SortedMap<String, String> second = store.records(new AsOf.Version(2));
    assertThat(TestStore.records(backup, AsOf.latest()), is(second));
    assertThat(TestStore.records(backup, new AsOf.Version(2)), is(second));
    assertThat(backup.log().latestVersion(), is(result.newest()));
    assertThat(Files.exists(folder.resolve("backup/_log/unfinished-copy")), is(false));
  }

  @Test
  void versionsWhoseFilesWereNotCopiedAreGivenUp() throws IOException {
    new simile.rollback.Rollback(store.store())
        .run(run("back"), new AsOf.Version(0), java.util.Optional.empty(), "");
    store.ingest("five", line("e", 5));
    Store backup = opened(name(backup("backup", AsOf.latest())));
    assertThat(TestStore.records(backup, AsOf.latest()), is(store.records(AsOf.latest())));
    assertThrows(
        NoSuchVersionException.class, () -> TestStore.records(backup, new AsOf.Version(3)));
  }

  private static String name(CopyResult unused) {
    return "backup";
  }

  @Test
  void restoredStoreIsTheSameAndLivesOn() throws IOException {
    backup("backup", AsOf.latest());
    copy(opened("backup"), "restored", AsOf.latest());
    Store restored = opened("restored");
    assertThat(TestStore.records(restored, AsOf.latest()), is(store.records(AsOf.latest())));
    assertThat(restored.log().latestVersion(), is(opened("backup").log().latestVersion()));
    TestStore writer = TestStore.over(new LocalFiles(folder.resolve("restored")), store.clock());
    writer.ingest("four", line("d", 4));
    assertThat(writer.records(AsOf.latest()).get("d"), is(line("d", 4)));
    assertThat(writer.records(AsOf.latest()).get("b"), is(line("b", 2)));
  }

  @Test
  void tagOfWhatWasCopiedStaysAndOthersGo() throws IOException {
    Tags tags = new Tags(store.store());
    new simile.rollback.Rollback(store.store())
        .run(run("back"), new AsOf.Version(0), java.util.Optional.empty(), "");
    store.ingest("five", line("e", 5));
    tags.add(run("t1"), "gone", new AsOf.Version(2));
    tags.add(run("t2"), "here", new AsOf.Version(5));
    backup("backup", AsOf.latest());
    assertThat(new Tags(opened("backup")).list(), is(Map.of("here", 5L)));
    backup("tagged", AsOf.parse("here"));
    assertThat(new Tags(opened("tagged")).list(), is(Map.of("here", 5L)));
  }

  @Test
  void placeThatIsNotEmptyIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full/file"), "mine");
    assertThrows(CommitConflictException.class, () -> backup("full", AsOf.latest()));
    assertThrows(IllegalArgumentException.class, () -> backup("store/inside", AsOf.latest()));
    assertThrows(IllegalArgumentException.class, () -> backup("store", AsOf.latest()));
    TestStore other = TestStore.at(folder.resolve("other"));
    other.ingest("one", line("x", 1));
    assertThrows(CommitConflictException.class, () -> backup("other", AsOf.latest()));
    assertThat(other.records(AsOf.latest()).size(), is(1));
  }

  @Test
  void sameBackupAgainHasNothingToDo() throws IOException {
    assertThat(backup("backup", new AsOf.Version(2)).already(), is(false));
    CopyResult again = backup("backup", new AsOf.Version(2));
    assertThat(again.already(), is(true));
    assertThat(again.copied(), is(0L));
    assertThrows(CommitConflictException.class, () -> backup("backup", new AsOf.Version(3)));
  }

  @Test
  void listenerHearsOfEachFileAndMayEndTheCopy() throws IOException {
    List<CopyListener.Stage> heard = new ArrayList<>();
    CopyListener impatient =
        soFar -> {
          heard.add(soFar);
          if (soFar.files() == 2) {
            throw new IOException("enough");
          }
        };
    StoreCopy copy =
        new StoreCopy(store.store(), new LocalFiles(folder.resolve("backup")), store.clock());
    assertThrows(IOException.class, () -> copy.run(RUN, AsOf.latest(), impatient));
    assertThrows(StoreNotFoundException.class, () -> opened("backup"));
    CopyResult result = copy.run(RUN, AsOf.latest(), heard::add);
    assertThat(result.copied(), is(result.files() - 2));
    assertThat((long) heard.size(), is(2 + result.files()));
    assertThat(
        heard.get(heard.size() - 1),
        is(new CopyListener.Stage(result.files(), result.bytes(), result.files(), result.bytes())));
  }

  @Test
  void damagedFileIsFoundAndTheCopyIsNoStore() throws IOException {
    String path = store.segments(3).get(0).segment().files().get(0).path();
    Path file = folder.resolve("store").resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[3] ^= 1;
    Files.write(file, bytes);
    assertThrows(DamagedFileException.class, () -> backup("backup", AsOf.latest()));
    assertThrows(StoreNotFoundException.class, () -> opened("backup"));
    bytes[3] ^= 1;
    Files.write(file, bytes);
    backup("backup", AsOf.latest());
    assertThat(TestStore.records(opened("backup"), AsOf.latest()).size(), is(2));
  }

  @Test
  void backupOutlivesAVacuumOfItself() throws IOException {
    backup("backup", new AsOf.Version(2));
    TestStore backup = TestStore.over(new LocalFiles(folder.resolve("backup")), store.clock());
    SortedMap<String, String> before = backup.records(AsOf.latest());
    store.clock().tick();
    new Vacuum(
            backup.store(),
            new WorkflowRuns(backup.files(), store.clock(), ThisHost.detected()),
            store.clock())
        .run(run("vacuum"), Duration.ZERO);
    assertThat(backup.records(AsOf.latest()), is(before));
  }
}
