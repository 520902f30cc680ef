package simile.proof.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.compact.CompactionRules;
import simile.export.ExportFormat;
import simile.jobs.EmbeddedEngine;
import simile.jobs.RefusedException;
import simile.jobs.RunnerKind;
import simile.jobs.cancel.RunCanceller;
import simile.jobs.compact.CompactionArgs;
import simile.jobs.compact.CompactionJob;
import simile.jobs.export.ExportArgs;
import simile.jobs.export.ExportSummary;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.RunIdentity;
import simile.proof.Folders;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.record.Utf8Order;
import simile.store.AsOf;
import simile.store.Store;
import simile.vacuum.Vacuum;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.Workflow;
import simile.workflow.WorkflowRuns;
import simile.workflow.Workflows;

/** Exports while others write, clean up and cancel. */
class LivingStoreTest {
  private static final long SEED = 24;
  private static final String RUN = "the-export";

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    Lived.store(store, SEED, 200);
  }

  @Test
  void readsOneVersionWhileOthersIngestCompactAndVacuum() throws IOException {
    SortedMap<String, String> before = records();
    Path out = folder.resolve("out.jsonl");
    ExportSummary summary =
        Exports.run(
            Exports.args(store, RUN, ExportFormat.JSONL, out.toString()),
            RunnerKind.DIRECT,
            (notes, bytes, runner) -> {
              change();
              return () -> {};
            });
    assertThat(Exported.lines(out), equalTo(List.copyOf(before.values())));
    assertThat(records().size(), is(greaterThan(before.size())));
    Workflow workflow = workflow(RUN);
    assertThat(workflow.status(), is(Status.COMPLETED));
    assertThat(workflow.type(), is("export"));
    assertThat(
        workflow.metadata().get("reads_version"), is(Long.toString(summary.manifest().version())));
    assertThat(workflow.itemsProcessed(), is((long) before.size()));
  }

  /** All that the version needs goes away, but for the vacuum's respect for who reads it. */
  private void change() throws IOException {
    try {
      Path input = Files.write(folder.resolve("more.jsonl"), Lines.analogies(50));
      assertThat(Jobs.direct(Jobs.args(store, "more", input.toString())).completed(), is(true));
      new CompactionJob(
              new CompactionArgs(
                  store.toString(),
                  Optional.empty(),
                  Optional.empty(),
                  new CompactionRules(64 << 20, true),
                  Optional.empty(),
                  Optional.empty()),
              new EmbeddedEngine(Optional.of(RunnerKind.DIRECT), OptionalInt.of(1), List.of()),
              Clock.systemUTC())
          .run(plan -> {});
      Store opened = Store.open(store.toString());
      Clock clock = Clock.systemUTC();
      new Vacuum(opened, new WorkflowRuns(opened.files(), clock, ThisHost.detected()), clock)
          .run(new RunIdentity("vacuum", "vacuum", ""), Duration.ZERO);
    } catch (simile.contract.ContractException e) {
      throw new IOException(e);
    }
  }

  @Test
  void cancelledPublishesNothingAndLeavesNothingHoweverLate() throws IOException {
    for (boolean late : new boolean[] {false, true}) {
      for (String name : List.of("out/", "out.csv")) {
        String run = RUN + late + name.length();
        ExportArgs args = Exports.args(store, run, ExportFormat.CSV, folder + "/" + name);
        assertThrows(
            CommitFencedException.class,
            () ->
                Exports.run(
                    args,
                    RunnerKind.DIRECT,
                    (notes, bytes, runner) -> {
                      cancel(run, !late);
                      return () -> cancel(run, late);
                    }));
        assertThat(workflow(run).status(), is(Status.CANCELLED));
        assertThat(Folders.list(folder).stream().filter(f -> f.contains("out")).toList(), empty());
      }
    }
  }

  private void cancel(String run, boolean really) throws IOException {
    if (really) {
      Store opened = Store.open(store.toString());
      var unused =
          new RunCanceller(opened, Clock.systemUTC(), ThisHost.detected()).cancel(run, "a test");
    }
  }

  @Test
  void sameRunAgainPublishesOnceAndOtherArgumentsAreRefused() throws IOException {
    Path out = folder.resolve("out.parquet");
    ExportArgs args = Exports.args(store, RUN, ExportFormat.PARQUET, out + "");
    ExportArgs toFolder = Exports.args(store, "to-folder", ExportFormat.PARQUET, folder + "/out/");
    ExportSummary first = run(toFolder);
    assertThat(first.before(), is(false));
    assertThat(run(toFolder).before(), is(true));
    assertThat(run(toFolder).manifest(), equalTo(first.manifest()));
    ExportArgs other =
        new ExportArgs(
            toFolder.store(),
            toFolder.context(),
            toFolder.collection(),
            toFolder.asOf(),
            toFolder.criteria().withIds(List.of("id-1")),
            toFolder.format(),
            toFolder.output(),
            toFolder.partitionBy(),
            toFolder.shards(),
            toFolder.compression(),
            true,
            false,
            toFolder.runId());
    assertThrows(RefusedException.class, () -> run(other));
    run(args);
    CommitConflictException taken = assertThrows(CommitConflictException.class, () -> run(args));
    assertThat(taken.getMessage(), containsString("--overwrite"));
    ExportArgs ofAnIngest = Exports.args(store, "run-1", ExportFormat.CSV, folder + "/x/");
    assertThat(
        assertThrows(RefusedException.class, () -> run(ofAnIngest)).getMessage(),
        containsString("run id 'run-1' was used for version 1"));
  }

  @Test
  void whatADeadRunLeftIsClearedAndWhatALiveOneMakesIsNot() throws IOException {
    Path out = folder.resolve("out");
    Path left = out.resolve("_unfinished/other/part-00000-0000000a.csv");
    Files.createDirectories(left.getParent());
    Files.write(left, "half".getBytes(UTF_8));
    Workflow other =
        Workflow.pending("other", "export", "default", "analogies", java.time.Instant.now())
            .started(java.time.Instant.now());
    Workflows workflows = new Workflows(Store.open(store.toString()).files());
    workflows.announce(other);
    ExportArgs args = Exports.args(store, RUN, ExportFormat.CSV, out + "/");
    CommitConflictException atWork = assertThrows(CommitConflictException.class, () -> run(args));
    assertThat(atWork.getMessage(), containsString("run 'other' is at work"));
    assertThat(Files.exists(left), is(true));
    workflows.write(other.failed(java.time.Instant.now()));
    run(args);
    assertThat(Files.exists(left), is(false));
  }

  private ExportSummary run(ExportArgs args) throws IOException {
    return Exports.run(args, RunnerKind.DIRECT, simile.jobs.ProgressListener.NONE);
  }

  private Workflow workflow(String run) throws IOException {
    return new Workflows(Store.open(store.toString()).files()).read(run).orElseThrow();
  }

  private SortedMap<String, String> records() throws IOException {
    SortedMap<String, String> records = new TreeMap<>(Utf8Order::compare);
    records.putAll(Stored.analogies(store, AsOf.latest(), true));
    return records;
  }
}
