package simile.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.log.CommitFencedException;
import simile.log.DraftCommit;
import simile.store.Store;
import simile.workflow.Liveness;
import simile.workflow.ProcessMark;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

class RunTrackerTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final List<String> COMMAND = List.of("compact", "--store", "/s");

  @TempDir Path folder;
  private Store store;
  private Workflows workflows;

  /** The beat of the run that is tracked, for its work to call. */
  private Runnable beat = () -> {};

  @BeforeEach
  void open() throws IOException {
    store = Store.openOrCreate(folder.toString());
    workflows = new Workflows(store.files());
  }

  @Test
  void aRunIsAnnouncedBeforeItsWorkBegins() throws IOException {
    List<Workflow> seen = new ArrayList<>();
    tracker().track(run("run-1"), () -> seen.add(file("run-1")));
    Workflow atWork = seen.get(0);
    assertThat(atWork.status(), is(Status.PROCESSING));
    assertThat(atWork.token(), is("token-run-1"));
    assertThat(atWork.command(), equalTo(COMMAND));
    assertThat(atWork.metadata().get(Run.READS_VERSION), is("0"));
    assertThat(atWork.metadata(), hasKey("host"));
    assertThat(
        ProcessMark.of(atWork.metadata()).orElseThrow(),
        equalTo(ProcessMark.self(ThisHost.detected())));
    assertThat(file("run-1").status(), is(Status.COMPLETED));
  }

  @Test
  void aRunThatCannotBeAnnouncedDoesNothing() throws IOException {
    Files.writeString(folder.resolve("workflows"), "a file where a folder should be");
    List<String> done = new ArrayList<>();
    IOException e =
        assertThrows(
            IOException.class, () -> tracker().track(run("run-1"), () -> done.add("work")));
    assertThat(e.getMessage(), containsString("run 'run-1' could not be announced"));
    assertThat(done, equalTo(List.of()));
  }

  @Test
  void aHeartbeatSaysWhatIsDone() throws IOException {
    List<Workflow> seen = new ArrayList<>();
    tracker()
        .track(
            run("run-1"),
            progress -> {
              progress.at(5, 10);
              progress.note("group", "3");
              beat.run();
              seen.add(file("run-1"));
              progress.from(source -> source.at(7, 10));
              beat.run();
              seen.add(file("run-1"));
            });
    assertThat(seen.get(0).itemsProcessed(), is(5L));
    assertThat(seen.get(0).itemsTotal(), is(10L));
    assertThat(seen.get(0).metadata().get("group"), is("3"));
    assertThat(seen.get(1).itemsProcessed(), is(7L));
    assertThat(
        Liveness.of(seen.get(1), NOON, ThisHost.detected()).state(), is(Liveness.State.ALIVE));
    assertThat(file("run-1").itemsProcessed(), is(7L));
  }

  @Test
  void aHeartbeatLearnsOfTheFenceAndStopsTheWork() {
    List<String> told = new ArrayList<>();
    assertThrows(
        CommitFencedException.class,
        () ->
            tracker()
                .track(
                    run("run-1"),
                    progress -> {
                      progress.whenCancelled(() -> told.add("stop"));
                      progress.requireNotCancelled();
                      store.log().append(DraftCommit.fence("run-1", "token-run-1", "a test"));
                      beat.run();
                      beat.run();
                      progress.requireNotCancelled();
                    }));
    assertThat(told, equalTo(List.of("stop")));
    assertThat(file("run-1").status(), is(Status.CANCELLED));
  }

  @Test
  void aLateHeartbeatRaisesNoRunFromTheDead() throws IOException {
    tracker().track(run("run-1"), () -> {});
    beat.run();
    assertThat(file("run-1").status(), is(Status.COMPLETED));
    Workflow ended = file("run-1");
    Heartbeat elsewhere =
        new Heartbeat(
            store.log(),
            workflows,
            clock(),
            Workplace.here(),
            Workflow.pending("run-1", "", "", "", NOON));
    elsewhere.beat();
    assertThat(file("run-1"), equalTo(ended));
  }

  @Test
  void aCancelledRunIsNotStartedAgain() throws IOException {
    store.log().append(DraftCommit.fence("run-1", "token-run-1", "a test"));
    List<String> done = new ArrayList<>();
    assertThrows(
        CommitFencedException.class, () -> tracker().track(run("run-1"), () -> done.add("work")));
    assertThat(done, equalTo(List.of()));
  }

  @Test
  void aRunThatEndedWithoutAnEntryCanRunAgain() throws IOException {
    tracker().track(run("run-1"), () -> {});
    List<Status> seen = new ArrayList<>();
    tracker().track(run("run-1"), () -> seen.add(file("run-1").status()));
    assertThat(seen, equalTo(List.of(Status.PROCESSING)));
  }

  @Test
  void aFailureKeepsWhatWasDoneUntilThen() {
    assertThrows(
        IllegalStateException.class,
        () ->
            tracker()
                .track(
                    run("run-1"),
                    progress -> {
                      progress.at(5, 10);
                      throw new IllegalStateException("no more");
                    }));
    assertThat(file("run-1").status(), is(Status.FAILED));
    assertThat(file("run-1").itemsProcessed(), is(5L));
    assertThat(file("run-1").errorLog(), equalTo(List.of("no more")));
  }

  private RunTracker tracker() {
    return new RunTracker(
        store,
        clock(),
        Workplace.here(),
        next -> {
          beat = next;
          return () -> {};
        });
  }

  private static Clock clock() {
    return Clock.fixed(NOON, ZoneOffset.UTC);
  }

  private Workflow file(String runId) {
    try {
      return workflows.read(runId).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(String id) {
    return new Run(
        id,
        "token-" + id,
        "compaction",
        "default",
        "analogies",
        NOON,
        new TreeMap<>(Map.of("runner", "none")),
        COMMAND);
  }
}
