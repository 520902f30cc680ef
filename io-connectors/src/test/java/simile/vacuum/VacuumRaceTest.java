package simile.vacuum;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static simile.testing.TestStore.ANALOGIES;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.log.CommitLog;
import simile.log.Sleeper;
import simile.rollback.Rollback;
import simile.segment.Segment;
import simile.store.AsOf;
import simile.store.Store;
import simile.tags.Tags;
import simile.testing.TestStore;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** What others commit between a vacuum's plan and its entry, and between its entry and its end. */
class VacuumRaceTest {
  @TempDir Path folder;
  private TestStore store;
  private SortedMap<String, String> first;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder);
    store.ingest("one", line("a", 1));
    first = store.records(AsOf.latest());
    rollback(0, "clear");
    store.ingest("two", line("b", 2));
    store.clock().tick();
  }

  private void rollback(long to, String id) throws IOException {
    new Rollback(store.store()).run(run(id), new AsOf.Version(to), Optional.of(ANALOGIES), "");
  }

  /** What another does. */
  private interface Step {
    void run() throws IOException;
  }

  /** Does something once, when the log asks for the time of the first entry that it then puts. */
  private static final class Interrupted extends Clock {
    private final Clock clock;
    private final Step step;
    private boolean done;

    Interrupted(Clock clock, Step step) {
      this.clock = clock;
      this.step = step;
    }

    @Override
    public Instant instant() {
      if (!done) {
        done = true;
        try {
          step.run();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private VacuumResult vacuumWhile(Step step) throws IOException {
    Interrupted interrupted = new Interrupted(store.clock(), step);
    VacuumResult result = vacuum(store.files(), interrupted, "vacuum");
    assertThat("they raced", interrupted.done, is(true));
    return result;
  }

  private VacuumResult vacuum(StoreFiles files, Clock ofLog, String id) throws IOException {
    Store opened = Store.of(files, CommitLog.open(files, ofLog, Sleeper.SYSTEM));
    return new Vacuum(
            opened, new WorkflowRuns(files, store.clock(), ThisHost.detected()), store.clock())
        .run(run(id), Duration.ZERO);
  }

  @Test
  void versionThatIsTaggedMeanwhileIsKept() throws IOException {
    vacuumWhile(() -> new Tags(store.store()).add(run("tag"), "x", new AsOf.Version(1)));
    assertThat(store.records(new AsOf.Tag("x")), is(first));
  }

  @Test
  void versionThatIsRolledBackToMeanwhileIsKept() throws IOException {
    vacuumWhile(() -> rollback(1, "back"));
    assertThat(store.records(AsOf.latest()), is(first));
  }

  @Test
  void rowsThatAreCommittedMeanwhileAreKept() throws IOException {
    store.announce("working", new TreeMap<>());
    Segment inFlight = store.write("working", line("w", 1));
    vacuumWhile(() -> store.commit(ANALOGIES, "working", inFlight));
    assertThat(store.records(AsOf.latest()).keySet(), is(Map.of("b", 1, "w", 1).keySet()));
  }

  @Test
  void deadRunThatCommitsMeanwhileIsAliveAfterAll() throws IOException {
    Segment late = store.write("late", line("w", 1));
    vacuumWhile(() -> store.commit(ANALOGIES, "late", late));
    assertThat(store.records(AsOf.latest()).keySet(), is(Map.of("b", 1, "w", 1).keySet()));
    assertThat(store.log().byRun("late").orElseThrow().operation().isDone(), is(true));
  }

  @Test
  void readerThatAnnouncesItselfMeanwhileKeepsItsFiles() throws IOException {
    vacuumWhile(() -> store.announce("reader", new TreeMap<>(Map.of(WorkflowRuns.READS, "1"))));
    String path = store.segments(1).get(0).segment().files().get(0).path();
    assertThat(store.files().size(path).isPresent(), is(true));
  }

  @Test
  void twoVacuumsAtOnceLeaveWhatOneWould()
      throws IOException, InterruptedException, ExecutionException {
    SortedMap<String, String> now = store.records(AsOf.latest());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<VacuumResult> one = () -> vacuum(new LocalFiles(folder), store.clock(), "vacuum-1");
      Callable<VacuumResult> two = () -> vacuum(new LocalFiles(folder), store.clock(), "vacuum-2");
      for (Future<VacuumResult> done : threads.invokeAll(List.of(one, two))) {
        assertThat(done.get().foreign().isEmpty(), is(true));
      }
    } finally {
      threads.shutdown();
    }
    assertThat(store.records(AsOf.latest()), is(now));
    assertThat(vacuum(store.files(), store.clock(), "vacuum-3").entry().isEmpty(), is(true));
  }
}
