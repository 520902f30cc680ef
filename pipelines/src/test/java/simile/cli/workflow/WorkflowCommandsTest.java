package simile.cli.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import simile.cli.Cli;
import simile.cli.console.Console;
import simile.cli.console.Terminal;
import simile.cluster.ClusterMark;
import simile.files.LocalFiles;
import simile.log.DraftCommit;
import simile.store.Store;
import simile.workflow.WorkDone;
import simile.workflow.WorkerReport;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** The commands on workflows as they are written, without runs behind them. */
class WorkflowCommandsTest {
  private static final int MANY = 1_000;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path place;
  private Store store;
  private Workflows workflows;

  @BeforeEach
  void open() throws IOException {
    place = folder;
    store = Store.openOrCreate(folder.toString());
    workflows = new Workflows(store.files());
    store.log().append(DraftCommit.fence("fenced", "fenced", "makes it a store"));
  }

  @Test
  void aWatchOnALogPrintsEachChangeOnceUntilTheRunEnds() throws IOException {
    Instant now = Instant.now();
    Workflow run = atWork("run-1").withMetadata(Map.of("bytes_total", "400"));
    List<Workflow> next =
        new ArrayList<>(
            List.of(
                run.alive(5, -1, now).withMetadata(Map.of("bytes_processed", "100")),
                run.alive(5, -1, now).withMetadata(Map.of("bytes_processed", "100")),
                run.withMetadata(Map.of("bytes_processed", "100"))
                    .withItems(20, 20)
                    .withErrors(2, List.of())
                    .completed(7, now)));
    workflows.write(run);
    assertThat(watch(Terminal.NONE, pause -> workflows.write(next.remove(0))), is(0));
    assertThat(
        printed(out),
        equalTo(
            List.of(
                "run-1  PROCESSING, 0 processed",
                "run-1  PROCESSING, 5 processed, 25.0 %",
                "run-1  COMPLETED, version 7, 20 of 20 processed, 2 errors")));
  }

  @Test
  void aWatchAddsUpWhatWorkersElsewhereTell() throws IOException {
    Workflow run =
        atWork("run-1")
            .withMetadata(Map.of("bytes_total", "400", ClusterMark.MASTER, "127.0.0.1:1"));
    List<Work> next =
        new ArrayList<>(
            List.of(
                () -> tell("a", new WorkDone(100, 5, 0, new TreeMap<>())),
                () -> tell("b", new WorkDone(200, 6, 2, new TreeMap<>(Map.of("id_format", 2L)))),
                () -> workflows.write(run.completed(7, Instant.now()))));
    workflows.write(run);
    assertThat(watch(Terminal.NONE, pause -> next.remove(0).run()), is(0));
    assertThat(
        printed(out).subList(0, 3),
        equalTo(
            List.of(
                "run-1  PROCESSING, at work on the cluster; no worker has said yet how far",
                "run-1  PROCESSING, 5 processed, 25.0 %",
                "run-1  PROCESSING, 11 processed, 75.0 %, rejected 2 (id_format 2)")));
  }

  /** A change of the store. */
  private interface Work {
    void run() throws IOException;
  }

  private void tell(String worker, WorkDone done) throws IOException {
    WorkerReports.of(store.files(), "run-1")
        .write(worker, new WorkerReport(new TreeMap<>(Map.of(worker, done))));
  }

  @Test
  void aWatchOnATerminalRewritesItsLine() throws IOException {
    Workflow run = atWork("run-1");
    workflows.write(run);
    Terminal terminal = new Terminal(true, true, 60, false);
    int exit =
        watch(terminal, pause -> workflows.write(run.withError("no disk").failed(Instant.now())));
    assertThat(exit, is(1));
    assertThat(
        out.toString(UTF_8),
        is(
            "\r\u001b[Krun-1  PROCESSING, 0 processed\r\u001b[K"
                + "run-1  FAILED, 0 processed, 1 error: no disk\n"));
  }

  @Test
  void aWatchedRunThatIsCancelledExitsAsAConflict() throws IOException {
    workflows.write(atWork("run-1"));
    int exit =
        watch(
            Terminal.NONE,
            pause -> store.log().append(DraftCommit.fence("run-1", "run-1", "no more")));
    assertThat(exit, is(5));
  }

  @Test
  void aListNamesDamagedWorkflowsAndShowsTheOthers() throws IOException {
    workflows.write(atWork("run-1"));
    store.files().replace("workflows/run-2.json", "{\"run_id\":".getBytes(UTF_8));
    assertThat(run("list", "--format", "jsonl"), is(0));
    assertThat(printed(out).size(), is(1));
    assertThat(
        printed(err).get(0),
        startsWith("simile: not listed, for its workflow is damaged: workflows/run-2.json: "));
  }

  @Test
  void aListOfManyIsFilteredAndLimited() throws IOException {
    for (int i = 0; i < MANY; i++) {
      Workflow run = atWork("run-" + i);
      workflows.announce(i % 2 == 0 ? run.failed(run.createdAt()) : run);
    }
    assertThat(run("list", "--status", "failed", "--limit", "3", "--format", "jsonl"), is(0));
    assertThat(printed(out).size(), is(3));
    out.reset();
    assertThat(run("list", "--status", "processing", "--format", "jsonl"), is(0));
    assertThat(printed(out).size(), is(MANY / 2));
    out.reset();
    assertThat(run("list", "--type", "vacuum", "--format", "jsonl"), is(0));
    assertThat(printed(out).size(), is(0));
  }

  @Test
  void aSilentRunElsewhereIsListedAsDead() throws IOException {
    Instant longAgo = Instant.now().minusSeconds(100);
    workflows.write(
        Workflow.pending("run-1", "export", "default", "analogies", longAgo).started(longAgo));
    assertThat(run("list", "--status", "dead", "--format", "jsonl"), is(0));
    assertThat(printed(out).get(0), containsString("\"dead_since\":\"" + longAgo));
  }

  @Test
  void cancelOfNobodyIsRefused() {
    assertThat(run("cancel", "nobody"), is(2));
    assertThat(printed(err).get(0), startsWith("simile: there is no run 'nobody'"));
  }

  @Test
  void cancelWorksOnARunThatOnlyTheLogKnows() {
    assertThat(run("cancel", "fenced"), is(0));
    assertThat(printed(out).get(0), startsWith("run fenced was cancelled before, by version 1"));
  }

  @Test
  void theFirstRunOfAStoreCanBeSeenAndCancelled() throws IOException {
    place = folder.resolve("fresh");
    new Workflows(new LocalFiles(place)).announce(atWork("run-1"));
    assertThat(run("list", "--status", "processing", "--format", "jsonl"), is(0));
    assertThat(printed(out).size(), is(1));
    assertThat(run("cancel", "run-1"), is(0));
    out.reset();
    assertThat(run("show", "run-1"), is(0));
    assertThat(out.toString(UTF_8), containsString("CANCELLED"));
  }

  @Test
  void cancelOfARunAtWorkLeavesTheWorkflowToIt() throws IOException {
    workflows.write(atWork("run-1"));
    assertThat(run("cancel", "run-1"), is(0));
    assertThat(printed(out).get(0), containsString("what still runs of it ends soon"));
    assertThat(workflows.read("run-1").orElseThrow().status().name(), is("PROCESSING"));
    assertThat(run("show", "run-1"), is(0));
    assertThat(out.toString(UTF_8), containsString("CANCELLED"));
  }

  @Test
  void retryRefusesWhatNobodyRecordedAndWhatReadStandardInput() throws IOException {
    workflows.write(atWork("run-1").failed(Instant.now()));
    workflows.write(
        atWork("run-2")
            .withCommand("run-2", List.of("ingest", "--input", "-"))
            .failed(Instant.now()));
    assertThat(run("retry", "run-1"), is(2));
    assertThat(printed(err).get(0), containsString("'run-1' recorded no command line"));
    err.reset();
    assertThat(run("retry", "run-2"), is(2));
    assertThat(printed(err).get(0), containsString("'run-2' read standard input"));
  }

  private static Workflow atWork(String runId) {
    Instant now = Instant.now();
    return Workflow.pending(runId, "export", "default", "analogies", now).started(now);
  }

  /** What happens to the store while the command waits. */
  private interface Meanwhile {
    void happens(long milliseconds) throws IOException;
  }

  private int watch(Terminal terminal, Meanwhile meanwhile) {
    Pause pause =
        milliseconds -> {
          try {
            meanwhile.happens(milliseconds);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        };
    Console console = Console.of(out, err, terminal);
    return new CommandLine(new WorkflowsWatchCommand(console, Clock.systemUTC(), pause))
        .execute("run-1", "--store", folder.toString());
  }

  private int run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "workflows";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--store";
    all[args.length + 2] = place.toString();
    return new Cli(Console.of(out, err, Terminal.NONE)).run(all);
  }

  private static List<String> printed(ByteArrayOutputStream stream) {
    return stream.toString(UTF_8).lines().toList();
  }
}
