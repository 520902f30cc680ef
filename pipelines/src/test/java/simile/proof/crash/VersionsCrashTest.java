package simile.proof.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.backup.StoreCopy;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.rollback.Rollback;
import simile.store.AsOf;
import simile.store.Store;
import simile.store.StoreNotFoundException;
import simile.testkit.WatchedFiles;
import simile.vacuum.Vacuum;
import simile.vacuum.VacuumResult;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** Rollback, vacuum and backup, dying before, in the middle of and after every change to files. */
class VersionsCrashTest {
  private static final RunIdentity RUN = new RunIdentity("crashing", "crashing", "00".repeat(32));

  @TempDir Path folder;
  private Path begun;

  @BeforeEach
  void begin() throws IOException {
    begun = folder.resolve("begun");
    ingest("one", Lines.river("a"), Lines.river("b"));
    ingest("two", Lines.river("a").replace("0.5", "0.25"), Lines.deletion("b"));
  }

  private void ingest(String run, String... lines) throws IOException {
    MemoryInputs input =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    PlainIngest.into(new LocalFiles(begun), run).run(input, input.list());
  }

  private static Store open(StoreFiles files) throws IOException {
    return Store.of(files, CommitLog.open(files));
  }

  private static Optional<Commit> rollback(StoreFiles files) throws IOException {
    return new Rollback(open(files)).run(RUN, new AsOf.Version(1), Optional.empty(), "");
  }

  private static VacuumResult vacuum(StoreFiles files) throws IOException {
    Clock clock = Clock.systemUTC();
    return new Vacuum(open(files), new WorkflowRuns(files, clock, ThisHost.detected()), clock)
        .run(RUN, Duration.ZERO);
  }

  /** Something that is done to files, and dies. */
  private interface Work {
    void run(StoreFiles files) throws IOException;
  }

  /**
   * @return whether it died at that step
   */
  private static boolean dies(int step, Path store, Work work) throws IOException {
    int[] left = {step};
    boolean[] dead = {false};
    StoreFiles files =
        new WatchedFiles(
            new LocalFiles(store),
            (point, path) -> {
              boolean counts = CrashFilesProvider.Steps.COUNTED.contains(point);
              if (!dead[0] && counts && --left[0] == 0) {
                dead[0] = true;
                CrashFilesProvider.Steps.tear(store, point, path);
              }
              if (dead[0]) {
                throw new Dead();
              }
            });
    try {
      work.run(files);
      return false;
    } catch (Dead e) {
      return true;
    }
  }

  /** The process is gone; an error, so that nothing handles it. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void rollbackIsDoneOnceOrNotAtAll() throws IOException {
    SortedMap<String, String> before = Stored.analogies(begun);
    SortedMap<String, String> after = Stored.analogies(begun, new AsOf.Version(1), false);
    int step = 1;
    for (Path store = copy(step);
        dies(step, store, VersionsCrashTest::rollback);
        store = copy(++step)) {
      assertThat("step " + step, Stored.analogies(store), anyOf(equalTo(before), equalTo(after)));
      assertThat("step " + step, rollback(new LocalFiles(store)).isPresent(), is(true));
      assertThat("step " + step, Stored.analogies(store), equalTo(after));
      assertThat("step " + step, Stored.history(store).size(), is(3));
    }
    assertThat(step, greaterThan(2));
  }

  @Test
  void vacuumNeverLosesWhatIsKeptAndIsFinishedByTheNext() throws IOException {
    new Rollback(open(new LocalFiles(begun)))
        .run(new RunIdentity("clear", "clear", ""), new AsOf.Version(0), Optional.empty(), "");
    ingest("three", Lines.river("c"));
    SortedMap<String, String> now = Stored.analogies(begun);
    Path whole = copy(0);
    vacuum(new LocalFiles(whole));
    List<String> left = Folders.list(whole.resolve("contexts"));
    int step = 1;
    for (Path store = copy(step);
        dies(step, store, VersionsCrashTest::vacuum);
        store = copy(++step)) {
      assertThat("step " + step, Stored.analogies(store), equalTo(now));
      vacuum(new LocalFiles(store));
      assertThat("step " + step, Folders.list(store.resolve("contexts")), is(left));
      assertThat("step " + step, Stored.analogies(store), equalTo(now));
      assertThat("step " + step, Stored.history(store).size(), is(5));
    }
    assertThat(step, greaterThan(10));
  }

  @Test
  void halfABackupIsNoStoreAndIsFinishedByTheNextAttempt() throws IOException {
    SortedMap<String, String> records = Stored.analogies(begun);
    int step = 1;
    Path target = folder.resolve("backup-" + step);
    while (dies(step, target, this::backup)) {
      assertThat("step " + step, isNoStore(target) || isWhole(target, records), is(true));
      backup(new LocalFiles(target));
      assertThat("step " + step, isWhole(target, records), is(true));
      step++;
      target = folder.resolve("backup-" + step);
    }
    assertThat(step, greaterThan(30));
  }

  private void backup(StoreFiles target) throws IOException {
    new StoreCopy(open(new LocalFiles(begun)), target, Clock.systemUTC()).run(RUN, AsOf.latest());
  }

  private static boolean isNoStore(Path target) throws IOException {
    try {
      Store.open(target.toString());
      return false;
    } catch (StoreNotFoundException e) {
      return true;
    }
  }

  private static boolean isWhole(Path target, SortedMap<String, String> records)
      throws IOException {
    return Stored.analogies(target).equals(records)
        && Stored.analogies(target, AsOf.latest(), true).equals(records);
  }

  private Path copy(int step) throws IOException {
    Path store = folder.resolve("store-" + step + "-" + System.nanoTime());
    Folders.copy(begun, store);
    return store;
  }
}
