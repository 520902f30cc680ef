package simile.proof.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.ingest.Gate;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.SplitPlanner;
import simile.jobs.IngestArgs;
import simile.jobs.InputLimits;
import simile.jobs.RefusedException;
import simile.jobs.RunSummary;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.proof.Children;
import simile.proof.IngestMain;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.proof.crash.CrashFilesProvider;
import simile.store.Store;
import simile.workflow.Status;

/** A run commits once, however often, by whomever and at whatever time it is started. */
class RepeatedRunTest {
  @TempDir Path folder;
  private Path store;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    store = folder.resolve("store");
    input = Files.write(folder.resolve("input.jsonl"), Lines.analogies(10));
  }

  @Test
  void sameRunTwiceHasOneVersionAndOneSummary() throws Exception {
    RunSummary first = Jobs.direct(args("run-1", "run-1", Gate.OPEN));
    assertThat(Jobs.direct(args("run-1", "run-1", Gate.OPEN)), equalTo(first));
    assertThat(Stored.history(store).size(), is(1));
  }

  @Test
  void sameTokenOfTwoRunsHasOneVersionAndOneSummary() throws Exception {
    RunSummary first = Jobs.direct(args("run-1", "nightly", Gate.OPEN));
    assertThat(Jobs.direct(args("run-2", "nightly", Gate.OPEN)), equalTo(first));
    assertThat(Stored.history(store).size(), is(1));
  }

  @Test
  void sameTokenOfTwoRunsAtOnceHasOneVersion() throws Exception {
    List<RunSummary> summaries =
        atOnce(
            () -> Jobs.direct(args("run-1", "nightly", Gate.OPEN)),
            () -> Jobs.direct(args("run-2", "nightly", Gate.OPEN)));
    assertThat(summaries.get(0), equalTo(summaries.get(1)));
    assertThat(Stored.history(store).size(), is(1));
  }

  @Test
  void otherArgumentsUnderTheSameRunAreRefused() throws Exception {
    Jobs.direct(args("run-1", "run-1", Gate.OPEN));
    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> Jobs.direct(args("run-1", "run-1", new Gate(0.5, Long.MAX_VALUE))));
    assertThat(refused.getMessage(), containsString("other arguments"));
    assertThat(Stored.history(store).size(), is(1));
  }

  @Test
  void oneRunInTwoProcessesAtOnceCommitsOnce() throws Exception {
    List<Process> children = List.of(start("run-1"), start("run-1"));
    Set<String> said = new TreeSet<>();
    for (Process child : children) {
      String printed = new String(child.getInputStream().readAllBytes(), UTF_8);
      assertThat(printed, child.waitFor(), is(0));
      said.add(printed.lines().filter(line -> line.startsWith("version")).toList().toString());
    }
    assertThat(said, equalTo(Set.of("[version 1]")));
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(10));
  }

  @Test
  void twoRunsInTwoProcessesAtOnceBothCommit() throws Exception {
    Files.writeString(
        input, Lines.analogy("late", 0.5) + "\n", java.nio.file.StandardOpenOption.APPEND);
    for (Process child : List.of(start("run-1"), start("run-2"))) {
      String printed = new String(child.getInputStream().readAllBytes(), UTF_8);
      assertThat(printed, child.waitFor(), is(0));
    }
    requireBoth(11);
  }

  @Test
  void twoRunsInTwoThreadsAtOnceBothCommit() throws Exception {
    Path other = Files.writeString(folder.resolve("other.jsonl"), Lines.analogy("late", 0.5));
    atOnce(
        () -> Jobs.direct(args("run-1", "run-1", Gate.OPEN)),
        () -> Jobs.direct(Jobs.args(store, "run-2", other.toString())));
    requireBoth(11);
  }

  @Test
  void cancelledRunCannotCommit() throws Exception {
    fence();
    assertThrows(CommitFencedException.class, () -> Jobs.direct(args("run-1", "run-1", Gate.OPEN)));
    assertThat(Stored.analogies(store).size(), is(0));
  }

  @Test
  void tokenOfACancelledRunCannotCommit() throws Exception {
    fence();
    assertThrows(CommitFencedException.class, () -> Jobs.direct(args("run-2", "run-1", Gate.OPEN)));
    assertThat(Stored.analogies(store).size(), is(0));
  }

  @Test
  void jobThatIsCancelledWhileItRunsSaysSo() throws Exception {
    String location = CrashFilesProvider.fencing(store, "run-1");
    assertThrows(
        CommitFencedException.class,
        () ->
            Jobs.direct(
                Jobs.args(
                    location,
                    "run-1",
                    "run-1",
                    Gate.OPEN,
                    InputLimits.DEFAULT_SPLIT_BYTES,
                    input.toString())));
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(0));
    assertThat(status(), is(Status.CANCELLED));
  }

  @Test
  void runThatIsCancelledWhileItWritesCannotCommit() throws IOException {
    StoreFiles files = new LocalFiles(store);
    MemoryInputs inputs = MemoryInputs.of("a.jsonl", Lines.analogies(5));
    PlainIngest ingest = PlainIngest.into(files, "run-1");
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 1 << 20));
    List<SplitResult> results = ingest.ingest(plan, inputs);
    fence();
    assertThrows(CommitFencedException.class, () -> ingest.commit(plan, results));
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(0));
  }

  @Test
  void twoAttemptsAtEachSplitAreOneVersionOfEachRecord() throws IOException {
    StoreFiles files = new LocalFiles(store);
    MemoryInputs inputs = MemoryInputs.of("a.jsonl", Lines.analogies(50));
    PlainIngest ingest = PlainIngest.into(files, "run-1").withSplitBytes(500);
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 500));
    List<SplitResult> results = new ArrayList<>(ingest.ingest(plan, inputs));
    results.addAll(ingest.ingest(plan, inputs));
    ingest.commit(plan, results);
    Commit commit = Stored.history(store).get(0);
    assertThat(commit.counts().read(), is(50L));
    assertThat(commit.counts().rows(), is(50L));
    assertThat(Stored.analogies(store).size(), is(50));
  }

  @Test
  void runWithoutOneOfItsSplitsCannotCommit() throws IOException {
    StoreFiles files = new LocalFiles(store);
    MemoryInputs inputs = MemoryInputs.of("a.jsonl", Lines.analogies(50));
    PlainIngest ingest = PlainIngest.into(files, "run-1").withSplitBytes(500);
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 500));
    List<SplitResult> results = new ArrayList<>(ingest.ingest(plan, inputs));
    results.remove(1);
    assertThrows(IllegalStateException.class, () -> ingest.commit(plan, results));
    assertThat(CommitLog.open(files).latestVersion(), is(0L));
  }

  @Test
  void failedGateLeavesTheTokenFreeForBetterInput() throws Exception {
    Gate strict = new Gate(0.1, Long.MAX_VALUE);
    byte[] good = Files.readAllBytes(input);
    Files.writeString(input, "not json\n" + Lines.analogy("a", 0.5) + "\n");
    RunSummary failed = Jobs.direct(args("run-1", "run-1", strict));
    assertThat(failed.completed(), is(false));
    assertThat(failed.failure().orElseThrow(), containsString("at most 0.1 may be"));
    assertThat(Stored.history(store).get(0).operation(), is(Operation.AUDIT));
    assertThat(Stored.rejected(store, Stored.history(store).get(0)).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(0));
    assertThat(status(), is(Status.FAILED));
    Files.write(input, good);
    RunSummary better = Jobs.direct(args("run-1", "run-1", strict));
    assertThat(better.completed(), is(true));
    assertThat(better.version(), is(2L));
    assertThat(status(), is(Status.COMPLETED));
    assertThat(Stored.analogies(store).size(), is(10));
    assertThat(Jobs.direct(args("run-1", "run-1", strict)), equalTo(better));
  }

  private Status status() throws IOException {
    return new simile.workflow.Workflows(Store.open(store.toString()).files())
        .read("run-1")
        .orElseThrow()
        .status();
  }

  private IngestArgs args(String runId, String token, Gate gate) {
    return Jobs.args(
        store.toString(), runId, token, gate, InputLimits.DEFAULT_SPLIT_BYTES, input.toString());
  }

  private void fence() throws IOException {
    CommitLog.open(new LocalFiles(store)).append(DraftCommit.fence("run-1", "run-1", "a test"));
  }

  private Process start(String runId) throws IOException {
    return Children.start(IngestMain.class, List.of(), store.toString(), runId, input.toString());
  }

  private void requireBoth(int records) throws IOException {
    List<Commit> history = Stored.history(store);
    assertThat(history.stream().map(Commit::version).toList(), equalTo(List.of(1L, 2L)));
    assertThat(
        new TreeSet<>(history.stream().map(Commit::runId).toList()),
        equalTo(new TreeSet<>(List.of("run-1", "run-2"))));
    assertThat(Stored.analogies(store).size(), is(records));
  }

  private static List<RunSummary> atOnce(Callable<RunSummary> one, Callable<RunSummary> other)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<RunSummary> summaries = new ArrayList<>();
      for (Future<RunSummary> done : threads.invokeAll(List.of(one, other))) {
        summaries.add(done.get());
      }
      return summaries;
    } finally {
      threads.shutdown();
    }
  }
}
