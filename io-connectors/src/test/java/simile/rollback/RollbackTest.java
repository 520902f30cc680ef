package simile.rollback;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.testing.TestStore.ANALOGIES;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.NoSuchVersionException;
import simile.log.Operation;
import simile.store.AsOf;
import simile.store.StoreNotFoundException;
import simile.testing.TestStore;
import simile.vacuum.Vacuum;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

class RollbackTest {
  private static final CollectionKey FRAMES = new CollectionKey("default", "frames");

  @TempDir Path folder;
  private TestStore store;
  private Rollback rollback;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder);
    rollback = new Rollback(store.store());
  }

  private Optional<Commit> to(long version, String id) throws IOException {
    return rollback.run(run(id), new AsOf.Version(version), Optional.of(ANALOGIES), "");
  }

  @Test
  void recordsAndDeletionsAreAsTheyWere() throws IOException {
    store.ingest("one", line("a", 1), line("b", 1));
    store.ingest("two", "-a", line("b", 2), line("c", 2));
    SortedMap<String, String> second = store.records(AsOf.latest());
    store.ingest("three", line("a", 3), "-b");
    Commit commit = to(2, "back").orElseThrow();
    assertThat(commit.operation(), is(Operation.ROLLBACK));
    assertThat(store.records(AsOf.latest()), is(second));
    assertThat(to(1, "further").isPresent(), is(true));
    assertThat(store.records(AsOf.latest()), is(store.records(new AsOf.Version(1))));
    assertThat(to(2, "forth").isPresent(), is(true));
    assertThat(store.records(AsOf.latest()), is(second));
    store.ingest("four", line("a", 4));
    assertThat(store.records(AsOf.latest()).get("a"), is(line("a", 4)));
  }

  @Test
  void whatIsThereAlreadyIsNoVersion() throws IOException {
    store.ingest("one", line("a", 1));
    assertThat(to(1, "back").isEmpty(), is(true));
    assertThat(store.log().latestVersion(), is(1L));
  }

  @Test
  void collectionThatDidNotExistThenEndsWithoutRows() throws IOException {
    store.ingest(FRAMES, "frames", line("f", 1));
    store.ingest("one", line("a", 1));
    assertThat(to(1, "back").isPresent(), is(true));
    assertThat(store.records(AsOf.latest()), is(anEmptyMap()));
    assertThat(store.log().state().collection(FRAMES).orElseThrow().segments().size(), is(1));
  }

  @Test
  void wholeStoreGoesBack() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest(FRAMES, "frames", line("f", 1));
    store.ingest("two", line("a", 2));
    Commit commit =
        rollback.run(run("all"), new AsOf.Version(1), Optional.empty(), "why").orElseThrow();
    assertThat(commit.changes().size(), is(2));
    assertThat(commit.details().get("reason"), is("why"));
    assertThat(store.log().state().collection(FRAMES).orElseThrow().segments().size(), is(0));
    assertThat(store.records(AsOf.latest()).get("a"), is(line("a", 1)));
  }

  @Test
  void sameRunAgainIsAdopted() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
    Commit first = to(1, "back").orElseThrow();
    store.ingest("three", line("a", 3));
    assertThat(to(1, "back").orElseThrow(), is(first));
    assertThat(store.log().latestVersion(), is(4L));
  }

  @Test
  void planThatIsOvertakenIsRefused() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
    RollbackPlan plan =
        new RollbackPlanner(store.store()).plan(new AsOf.Version(1), Optional.of(ANALOGIES));
    store.ingest(FRAMES, "frames", line("f", 1));
    assertThat(plan.check().conflict(java.util.List.of(store.log().read(3))).isEmpty(), is(true));
    store.ingest("three", line("c", 3));
    assertThat(plan.check().conflict(java.util.List.of(store.log().read(4))).isPresent(), is(true));
  }

  @Test
  void versionThatWasGivenUpDoesNotComeBack() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
    store.clock().tick();
    Vacuum vacuum =
        new Vacuum(
            store.store(),
            new WorkflowRuns(store.files(), store.clock(), ThisHost.detected()),
            store.clock());
    assertThat(vacuum.run(run("vacuum"), Duration.ZERO).versions(), is(1L));
    assertThrows(NoSuchVersionException.class, () -> to(1, "back"));
  }

  @Test
  void versionWithoutItsFilesDoesNotComeBack() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
    String lost = store.segments(1).get(0).segment().files().get(0).path();
    assertThat(to(1, "back").isPresent(), is(true));
    assertThat(to(2, "forth").isPresent(), is(true));
    store.files().delete(lost);
    FilesMissingException e = assertThrows(FilesMissingException.class, () -> to(1, "again"));
    assertThat(e.getMessage(), containsString(lost));
    assertThat(store.log().latestVersion(), is(4L));
  }

  @Test
  void cancelledRunRollsNothingBack() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
    store.log().append(simile.log.DraftCommit.fence("back", "fence-back", "a test"));
    assertThrows(CommitConflictException.class, () -> to(1, "back"));
    assertThrows(
        StoreNotFoundException.class,
        () -> rollback.run(run("x"), new AsOf.Version(1), Optional.of(FRAMES), ""));
  }
}
