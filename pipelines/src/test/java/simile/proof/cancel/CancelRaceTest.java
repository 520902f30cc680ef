package simile.proof.cancel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.SplitPlanner;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.proof.Children;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.Store;
import simile.testkit.Races;
import simile.workflow.Status;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Runs that are cancelled while they commit: each has its commit or its fence, never both. */
class CancelRaceTest {
  @TempDir Path folder;

  private final Set<String> committed = new TreeSet<>();
  private final Set<String> cancelled = new TreeSet<>();

  /** A run that has written all its files and did not commit yet. */
  private record Written(PlainIngest ingest, RunPlan plan, List<SplitResult> results) {
    boolean commits() throws IOException {
      try {
        return ingest.commit(plan, results).committed();
      } catch (CommitFencedException e) {
        return false;
      }
    }
  }

  @Test
  void whoComesFirstWins() throws IOException {
    Written first = written("run-0");
    note("run-0", first.commits(), CancelMain.cancel(store(), "run-0"));
    Written second = written("run-1");
    boolean stopped = CancelMain.cancel(store(), "run-1");
    note("run-1", second.commits(), stopped);
    assertThat(committed, equalTo(Set.of("run-0")));
    assertThat(cancelled, equalTo(Set.of("run-1")));
    requireOneWordEach();
  }

  @Test
  void threadsThatRaceLeaveEachRunOneWord() throws Exception {
    for (int round = 0; round < 40; round++) {
      String runId = "run-" + round;
      Written run = written(runId);
      Store canceller = store();
      List<Boolean> did =
          Races.run(2, i -> i == 0 ? run::commits : () -> CancelMain.cancel(canceller, runId));
      note(runId, did.get(0), did.get(1));
    }
    requireOneWordEach();
  }

  @Test
  void anotherProcessThatRacesLeavesEachRunOneWord() throws Exception {
    Process child = Children.start(CancelMain.class, List.of(), folder.toString());
    try (BufferedReader answers = child.inputReader(UTF_8);
        PrintWriter asks = new PrintWriter(child.outputWriter(UTF_8), true)) {
      assertThat(answers.readLine(), is("ready"));
      for (int round = 0; round < 25; round++) {
        String runId = "run-" + round;
        Written run = written(runId);
        asks.println(runId);
        boolean commits = run.commits();
        note(runId, commits, answers.readLine().equals("cancelled"));
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    requireOneWordEach();
  }

  private Written written(String runId) throws IOException {
    LocalFiles files = new LocalFiles(folder);
    Workflow pending =
        Workflow.pending(runId, "analogy_creation", "default", "analogies", Instant.now());
    new Workflows(files).announce(pending.started(Instant.now()));
    MemoryInputs inputs = MemoryInputs.of(runId + ".jsonl", Lines.river(runId).getBytes(UTF_8));
    PlainIngest ingest = PlainIngest.into(files, runId);
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 1 << 20));
    return new Written(ingest, plan, ingest.ingest(plan, inputs));
  }

  private Store store() throws IOException {
    return Store.openOrCreate(folder.toString());
  }

  private void note(String runId, boolean commits, boolean isCancelled) {
    assertThat(runId, commits, is(not(isCancelled)));
    (commits ? committed : cancelled).add(runId);
  }

  private void requireOneWordEach() throws IOException {
    List<Commit> history = Stored.history(folder);
    assertThat(runs(history, Operation.INGEST), equalTo(List.copyOf(committed)));
    assertThat(runs(history, Operation.FENCE), equalTo(List.copyOf(cancelled)));
    assertThat(Stored.analogies(folder).keySet(), equalTo(committed));
    assertThat(history, is(not(empty())));
    for (Workflow workflow : new Workflows(store().files()).reconciled(store().log())) {
      boolean done = committed.contains(workflow.runId());
      assertThat(workflow.status(), is(done ? Status.COMPLETED : Status.CANCELLED));
    }
  }

  private static List<String> runs(List<Commit> history, Operation operation) {
    return history.stream()
        .filter(c -> c.operation() == operation)
        .map(Commit::runId)
        .sorted()
        .toList();
  }
}
