package simile.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.connectors.BeamInputs;
import simile.files.StoreFiles;
import simile.ingest.ProgressPlace;
import simile.ingest.RunPlan;
import simile.input.SourceFile;
import simile.input.SplitPlanner;
import simile.log.Commit;
import simile.proof.PlainIngest;
import simile.store.Store;
import simile.testkit.ForwardingFiles;
import simile.testkit.MemoryFiles;
import simile.workflow.WorkDone;
import simile.workflow.WorkerReport;
import simile.workflow.WorkerReports;

/** Workers that do not reach the file of who submitted their run. */
class FarWorkersTest {
  private static final Path ANALOGIES =
      Path.of(System.getProperty("simile.root"), "testdata", "analogies");

  @TempDir Path folder;

  @Test
  void tellTheStore() throws Exception {
    Path input = folder.resolve("a.jsonl");
    String analogies = Files.readString(ANALOGIES.resolve("science.jsonl"));
    Files.writeString(input, analogies + "{\"id\":\"x\"}\nno json\n", UTF_8);
    Store store = Store.openOrCreate(folder.resolve("store").toString());
    RunPlan plan = plan(store.files(), input.toString());
    Engine engine =
        new EmbeddedEngine(Optional.of(RunnerKind.DIRECT), OptionalInt.of(1), List.of());
    IngestPipeline.run(plan, engine.options(1, "simile-run"));

    WorkDone told = WorkerReports.of(store.files(), "run").sum();
    Commit entry = store.log().byRun("run").orElseThrow();
    assertThat(told.rows(), is(entry.counts().read()));
    assertThat(told.rules(), is(entry.violationsByRule()));
    assertThat(told.rejected(), is(entry.counts().rejected()));
    assertThat(entry.counts().rejected(), greaterThan(1L));
  }

  private RunPlan plan(StoreFiles files, String input) throws IOException {
    SourceFile source = new SourceFile(input, new BeamInputs().stamp(input));
    PlainIngest ingest = PlainIngest.into(files, "run");
    RunPlan near = ingest.plan(SplitPlanner.plan(List.of(source), 1 << 12));
    return new RunPlan(
        near.store(),
        near.run(),
        near.submittedAt(),
        near.gate(),
        near.runner(),
        new ProgressPlace.LocalFile(folder.resolve("on another machine").toString()),
        near.origin(),
        near.collections());
  }

  @Test
  void areHeardNowAndThenAndNeverTakeBackWhatTheySaid() throws IOException {
    AtomicLong clock = new AtomicLong();
    AtomicLong lists = new AtomicLong();
    WorkerReports reports =
        WorkerReports.of(
            new ForwardingFiles(new MemoryFiles()) {
              @Override
              public List<String> list(String path) throws IOException {
                if (lists.incrementAndGet() == 2) {
                  throw new IOException("the store is down");
                }
                return super.list(path);
              }
            },
            "run");
    NotesInStore notes = new NotesInStore(reports, clock::get);
    reports.write("w", report(5));
    assertThat(notes.read().rows(), is(5L));
    reports.write("w", report(9));
    assertThat("asked a moment ago", notes.read().rows(), is(5L));
    clock.addAndGet(5_000_000_000L);
    assertThat("down", notes.read().rows(), is(5L));
    clock.addAndGet(5_000_000_000L);
    assertThat(notes.read().rows(), is(9L));
    reports.write("w", report(1));
    clock.addAndGet(5_000_000_000L);
    assertThat(notes.read().rows(), is(9L));
    assertThat(lists.get(), is(4L));
  }

  private static WorkerReport report(long rows) {
    TreeMap<String, WorkDone> units = new TreeMap<>();
    units.put("0", new WorkDone(rows, rows, 0, new TreeMap<>()));
    return new WorkerReport(units);
  }
}
