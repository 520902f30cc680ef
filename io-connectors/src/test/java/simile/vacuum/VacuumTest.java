package simile.vacuum;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.testing.TestStore.ANALOGIES;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CorruptLogException;
import simile.log.NoSuchVersionException;
import simile.log.Operation;
import simile.rollback.Rollback;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.AsOf;
import simile.tags.Tags;
import simile.testing.TestStore;
import simile.workflow.Liveness;
import simile.workflow.ThisHost;
import simile.workflow.WorkerReport;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.WorkflowRuns;
import simile.workflow.Workflows;

class VacuumTest {
  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder);
  }

  private Vacuum vacuum() {
    return new Vacuum(
        store.store(),
        new WorkflowRuns(store.files(), store.clock(), ThisHost.detected()),
        store.clock());
  }

  private VacuumResult vacuum(String id, Duration olderThan) throws IOException {
    store.clock().tick();
    return vacuum().run(run(id), olderThan);
  }

  /** Version 1 is superseded by a rollback to nothing; then version 3 is all there is. */
  private List<String> supersede() throws IOException {
    store.ingest("one", line("a", 1), line("b", 1), "-z");
    List<String> gone = paths(store.segments(1).get(0).segment());
    back(0, "clear");
    store.ingest("two", line("a", 2));
    return gone;
  }

  private Commit back(long version, String id) throws IOException {
    store.clock().tick();
    return new Rollback(store.store())
        .run(run(id), new AsOf.Version(version), Optional.of(ANALOGIES), "")
        .orElseThrow();
  }

  private static List<String> paths(Segment segment) {
    return segment.files().stream().map(DataFile::path).toList();
  }

  private List<String> data() throws IOException {
    return store.list("contexts");
  }

  @Test
  void filesOfVersionsGivenUpAreDeletedAndOthersStay() throws IOException {
    List<String> gone = supersede();
    SortedMap<String, String> now = store.records(AsOf.latest());
    VacuumResult result = vacuum("vacuum", Duration.ZERO);
    assertThat(result.versions(), is(2L));
    assertThat(result.files(), is((long) gone.size()));
    assertThat(gone, everyItem(not(in(data()))));
    assertThat(data(), hasItem("contexts/default/analogies/contracts/c.yaml"));
    assertThat(store.records(AsOf.latest()), is(now));
    assertThat(store.records(new AsOf.Version(3)), is(now));
    assertThrows(NoSuchVersionException.class, () -> store.records(new AsOf.Version(1)));
    assertThat(
        Files.exists(folder.resolve("contexts/default/analogies/jsonl/source_domain=d1")),
        is(false));
  }

  @Test
  void nothingToDoMakesNoVersion() throws IOException {
    supersede();
    assertThat(vacuum("first", Duration.ZERO).entry().isPresent(), is(true));
    assertThat(vacuum("second", Duration.ZERO).entry().isEmpty(), is(true));
    assertThat(vacuum("third", Duration.ofDays(7)).entry().isEmpty(), is(true));
    assertThat(store.log().latestVersion(), is(4L));
  }

  @Test
  void planChangesNothing() throws IOException {
    List<String> gone = supersede();
    store.clock().tick();
    VacuumPlan plan = vacuum().plan(Duration.ZERO);
    assertThat(plan.givenUp(), is(2L));
    assertThat(plan.unneeded().size(), is(gone.size()));
    assertThat(gone, everyItem(in(data())));
    assertThat(store.log().latestVersion(), is(3L));
  }

  @Test
  void versionThatWasTheNewestWithinThePeriodIsKept() throws IOException {
    store.ingest("one", line("a", 1));
    store.clock().pass(Duration.ofDays(5));
    store.ingest("two", line("a", 2));
    store.clock().pass(Duration.ofDays(5));
    store.ingest("three", line("a", 3));
    AsOf sixDaysAgo = new AsOf.Time(store.clock().instant().minus(Duration.ofDays(6)));
    SortedMap<String, String> then = store.records(sixDaysAgo);
    assertThat(vacuum("week", Duration.ofDays(7)).entry().isEmpty(), is(true));
    assertThat(vacuum("days", Duration.ofDays(3)).versions(), is(1L));
    assertThat(store.log().state().retention().oldest(), is(2L));
    assertThrows(NoSuchVersionException.class, () -> store.records(sixDaysAgo));
    assertThat(then, is(Map.of("a", line("a", 1))));
  }

  @Test
  void taggedVersionIsKept() throws IOException {
    supersede();
    new Tags(store.store()).add(run("tag"), "first", new AsOf.Version(1));
    SortedMap<String, String> first = store.records(new AsOf.Version(1));
    assertThat(vacuum("vacuum", Duration.ZERO).versions(), is(2L));
    assertThat(store.records(new AsOf.Tag("first")), is(first));
    assertThrows(NoSuchVersionException.class, () -> store.records(new AsOf.Version(2)));
    new Tags(store.store()).delete(run("untag"), "first");
    assertThat(vacuum("again", Duration.ZERO).files() > 0, is(true));
    assertThrows(NoSuchVersionException.class, () -> store.records(new AsOf.Version(1)));
  }

  @Test
  void versionThatARunReadsIsKeptUntilItEnds() throws IOException {
    supersede();
    store.announce("reader", new TreeMap<>(Map.of(WorkflowRuns.READS, "1")));
    SortedMap<String, String> first = store.records(new AsOf.Version(1));
    assertThat(vacuum("vacuum", Duration.ZERO).entry().isEmpty(), is(true));
    assertThat(store.records(new AsOf.Version(1)), is(first));
    store.clock().pass(Liveness.LONG_SILENT);
    assertThat(vacuum("later", Duration.ZERO).versions(), is(2L));
  }

  @Test
  void filesOfARunAtWorkStay() throws IOException {
    supersede();
    store.announce("working", new TreeMap<>());
    Segment inFlight = store.write("working", line("w", 1), "-v");
    VacuumResult result = vacuum("vacuum", Duration.ZERO);
    assertThat(result.inFlight(), is((long) inFlight.files().size()));
    assertThat(paths(inFlight), everyItem(in(data())));
    store.commit(ANALOGIES, "working", inFlight);
    assertThat(store.records(AsOf.latest()).containsKey("w"), is(true));
  }

  @Test
  void deadRunIsFencedAndItsLateWriterCommitsNothing() throws IOException {
    supersede();
    store.announce("Dead.Run", new TreeMap<>());
    Segment late = store.write("Dead.Run", line("w", 1));
    store.clock().pass(Liveness.LONG_SILENT);
    assertThat(vacuum("vacuum", Duration.ZERO).entry().isPresent(), is(true));
    assertThat(paths(late), everyItem(not(in(data()))));
    assertThrows(CommitFencedException.class, () -> store.commit(ANALOGIES, "Dead.Run", late));
    assertThat(store.log().byToken("Dead.Run").isEmpty(), is(true));
  }

  @Test
  void filesOfARunThatNobodyKnowsAreDeletedAfterItsFence() throws IOException {
    supersede();
    Segment unknown = store.write("unknown", line("w", 1));
    vacuum("vacuum", Duration.ZERO);
    assertThat(paths(unknown), everyItem(not(in(data()))));
    assertThat(store.log().byRun("unknown").orElseThrow().operation(), is(Operation.FENCE));
  }

  @Test
  void secondAttemptOfACommittedRunIsDeletedWithoutAFence() throws IOException {
    store.ingest("one", line("a", 1));
    Segment twice = store.write("one", line("a", 1));
    VacuumResult result = vacuum("vacuum", Duration.ofDays(7));
    assertThat(result.files(), is((long) twice.files().size()));
    assertThat(result.versions(), is(0L));
    assertThat(store.log().latestVersion(), is(2L));
  }

  @Test
  void filesThatNoRunMadeAreListedAndStay() throws IOException {
    store.ingest("one", line("a", 1));
    Path notes = folder.resolve("contexts/default/analogies/jsonl/one-notes.jsonl");
    Path odd = folder.resolve("contexts/default/analogies/odd/thing.bin");
    Path model = folder.resolve("models/ltn_models/m.pth");
    for (Path file : List.of(notes, odd, model)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "mine");
    }
    VacuumResult result = vacuum("vacuum", Duration.ZERO);
    assertThat(
        result.foreign(),
        contains(
            "contexts/default/analogies/jsonl/one-notes.jsonl", "contexts/default/analogies/odd/"));
    assertThat(Files.exists(notes) && Files.exists(odd) && Files.exists(model), is(true));
  }

  @Test
  void damagedEntryStopsItBeforeAnythingIsDeleted() throws IOException {
    supersede();
    List<String> before = data();
    Files.writeString(folder.resolve("_log/00000000000000000001.json"), "{}");
    store.clock().tick();
    assertThrows(CorruptLogException.class, () -> vacuum().run(run("vacuum"), Duration.ZERO));
    assertThat(data(), is(before));
  }

  /** Else the files of the entry that was lost would be taken for those of a dead run. */
  @Test
  void logThatLostItsNewestEntryStopsItBeforeAnythingIsDeleted() throws IOException {
    store.ingest("one", line("a", 1));
    store.announce("two", new TreeMap<>());
    store.ingest("two", line("b", 1));
    Workflows workflows = new Workflows(store.files());
    workflows.write(workflows.read("two").orElseThrow().completed(2, store.clock().instant()));
    Files.delete(folder.resolve("_log/00000000000000000002.json"));
    store = TestStore.at(folder);
    List<String> before = data();
    CorruptLogException refusal =
        assertThrows(CorruptLogException.class, () -> vacuum("vacuum", Duration.ZERO));
    assertThat(refusal.getMessage(), containsString("workflows/two.json"));
    assertThat(data(), is(before));
    assertThat(store.log().latestVersion(), is(1L));
  }

  @Test
  void laterVacuumFinishesWhatACrashedOneLeft() throws IOException {
    List<String> gone = supersede();
    store.clock().tick();
    VacuumPlan plan = vacuum().plan(Duration.ZERO);
    store
        .log()
        .append(
            run("crashed")
                .draft(Operation.VACUUM, List.of(), Optional.of(plan.after()), new TreeMap<>()));
    assertThat(gone, everyItem(in(data())));
    VacuumResult same = vacuum("crashed", Duration.ZERO);
    assertThat(same.entry().orElseThrow().version(), is(4L));
    assertThat(gone, everyItem(not(in(data()))));
    assertThat(vacuum("next", Duration.ZERO).entry().isEmpty(), is(true));
  }

  @Test
  void temporaryFilesOfKilledProcessesGoOnceTheyAreOld() throws IOException {
    store.ingest("one", line("a", 1));
    Path left = folder.resolve("_log/.tmp-left");
    Files.writeString(left, "half");
    assertThat(vacuum("one-now", Duration.ZERO).temporaries(), is(0));
    Files.setLastModifiedTime(
        left,
        java.nio.file.attribute.FileTime.from(store.clock().instant().minus(Duration.ofHours(2))));
    assertThat(vacuum("one-later", Duration.ZERO).temporaries(), is(1));
    assertThat(Files.exists(left), is(false));
    assertThat(data(), is(not(empty())));
  }

  @Test
  void whatWorkersToldOfRunsThatAreNotAtWorkIsDeleted() throws IOException {
    store.ingest("one", line("a", 1));
    Workflows workflows = new Workflows(store.files());
    workflows.announce(atWork("living"));
    workflows.announce(atWork("over").failed(store.clock().instant()));
    for (String run : List.of("living", "over", "unknown")) {
      WorkerReports.of(store.files(), run).write("w", new WorkerReport(new TreeMap<>()));
    }
    assertThat(vacuum("vacuum", Duration.ofDays(7)).temporaries(), is(2));
    assertThat(WorkerReports.stems(store.files()), contains("living"));
  }

  private Workflow atWork(String id) {
    Instant now = store.clock().instant();
    return Workflow.pending(id, "ingest", "default", ANALOGIES.collection(), now).started(now);
  }
}
