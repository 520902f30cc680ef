package simile.proof.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.ingest.Gate;
import simile.ingest.RunOutcome;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.SplitPlanner;
import simile.layout.Layout;
import simile.log.Commit;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.proof.Stored.Rejected;
import simile.segment.DataFile;

/** The end of a run whose splits rejected lines: their lists get the line numbers of files. */
class RepeatedEndTest {
  private static final int SPLIT_BYTES = 300;
  private static final int LINES = 30;

  @TempDir Path folder;
  private Path store;
  private StoreFiles files;
  private MemoryInputs inputs;

  @BeforeEach
  void mixGoodAndBadLines() {
    store = folder.resolve("store");
    files = new LocalFiles(store);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      lines.append(Lines.analogy("a" + i, 0.5)).append("\nnot json\n");
    }
    inputs = MemoryInputs.of("a.jsonl", lines.toString().getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 1})
  void anEndThatIsRepeatedFindsItsEntryAndLeavesNoList(long mostRejected) throws IOException {
    PlainIngest ingest = ingest("run-1", mostRejected);
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), SPLIT_BYTES));
    List<SplitResult> results = ingest.ingest(plan, inputs);
    assertThat(results.size(), is(greaterThan(2)));
    RunOutcome first = ingest.commit(plan, results);
    assertThat(ingest.commit(plan, results), equalTo(first));
    assertThat(entries().size(), is(1));
    requireListsOf(entries().get(0));
    assertThat(
        Stored.rejected(store, entries().get(0)).stream().map(Rejected::line).toList(),
        equalTo(LongStream.rangeClosed(1, LINES).map(i -> 2 * i).boxed().toList()));
  }

  @Test
  void anEndThatAdoptsAnEntryOfOtherSplitsLeavesNoList() throws IOException {
    ingest("run-1", Long.MAX_VALUE).run(inputs, inputs.list());
    PlainIngest again = ingest("run-1", Long.MAX_VALUE);
    RunPlan plan = again.plan(SplitPlanner.plan(inputs.list(), 1 << 20));
    assertThat(again.commit(plan, again.ingest(plan, inputs)).version(), is(1L));
    requireListsOf(entries().get(0));
  }

  private List<Commit> entries() throws IOException {
    return Stored.history(store);
  }

  /** The run's folder has the lists that the entry names, and no other. */
  private void requireListsOf(Commit entry) throws IOException {
    String folderOfRun = Layout.audit("run-1");
    assertThat(
        files.list(folderOfRun).stream().map(name -> folderOfRun + "/" + name).toList(),
        containsInAnyOrder(entry.audit().stream().map(DataFile::path).toArray()));
  }

  private PlainIngest ingest(String run, long mostRejected) {
    return PlainIngest.into(files, run)
        .withSplitBytes(SPLIT_BYTES)
        .withGate(new Gate(1, mostRejected));
  }
}
