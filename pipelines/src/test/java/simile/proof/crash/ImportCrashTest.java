package simile.proof.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.MergeMode;
import simile.ingest.Merging;
import simile.ingest.RunPlan;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.log.CommitLog;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.testkit.WatchedFiles;

/** An import into two collections that crashes at any step has changed both, or none. */
class ImportCrashTest {
  private static final MemoryInputs INPUTS =
      new MemoryInputs(
          Map.of(
              "a.jsonl",
                  (Lines.analogy("a", 0.9) + "\nnot json\n" + Lines.analogy("b", 0.9) + "\n")
                      .getBytes(UTF_8),
              "c.jsonl", "{\"id\":\"c\",\"name\":\"x\"}\n".getBytes(UTF_8)),
          Integer.MAX_VALUE);

  @TempDir Path folder;

  @Test
  void crashAtAnyStepLeavesBothCollectionsOrNone() throws IOException {
    Path begun = folder.resolve("begun");
    MemoryInputs first =
        MemoryInputs.of("f.jsonl", (Lines.analogy("a", 0.1) + "\n").getBytes(UTF_8));
    PlainIngest.into(new LocalFiles(begun), "run-1").run(first, first.list());
    for (int n = 1; ; n++) {
      Path store = folder.resolve("store-" + n);
      Folders.copy(begun, store);
      Cut cut = new Cut(store, n);
      try {
        run(new WatchedFiles(new LocalFiles(store), cut));
        assertThat(n > 20, is(true));
        return;
      } catch (Dead e) {
        requireBothOrNone("step " + n, store);
      }
    }
  }

  private static void requireBothOrNone(String where, Path store) throws IOException {
    int collections = CommitLog.open(new LocalFiles(store)).state().collections().size();
    assertThat(where, collections, is(anyOf(is(1), is(2))));
    assertThat(where, Stored.history(store).size(), is(collections));
    run(new LocalFiles(store));
    assertThat(where, Stored.history(store).size(), is(2));
    assertThat(where, Stored.history(store).get(1).changes().size(), is(2));
    assertThat(where, Stored.analogies(store).get("a"), is(Lines.analogy("a", 0.9)));
  }

  private static void run(StoreFiles files) throws IOException {
    PlainIngest run = PlainIngest.into(files, "import");
    Merging merging = new Merging(MergeMode.NEWER, 1);
    List<Split> analogies = SplitPlanner.plan(INPUTS.list().subList(0, 1), 1 << 20);
    List<Split> concepts =
        SplitPlanner.plan(INPUTS.list().subList(1, 2), 1 << 20, analogies.size());
    List<CollectionPlan> plans = new ArrayList<>();
    plans.add(run.collection(analogies, merging));
    plans.add(
        run.withContract(BuiltInContracts.find("concepts").orElseThrow())
            .collection(concepts, merging));
    RunPlan plan = run.planOf(plans);
    run.commit(plan, run.ingest(plan, INPUTS));
  }

  /** The process is gone; an error, so that nothing handles it. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Cut implements WatchedFiles.Watcher {
    private final Path store;
    private int left;

    Cut(Path store, int at) {
      this.store = store;
      this.left = at;
    }

    @Override
    public void reach(WatchedFiles.Point reached, String path) throws IOException {
      boolean counts = left > 0 && CrashFilesProvider.Steps.COUNTED.contains(reached);
      if (counts && --left == 0) {
        CrashFilesProvider.Steps.tear(store, reached, path);
      }
      if (left == 0) {
        throw new Dead();
      }
    }
  }
}
