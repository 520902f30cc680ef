package simile.proof.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.ingest.RunOutcome;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;

/** A store with one version, and a second run that is to crash in it. */
final class Scene {
  static final String RUN = "run-2";

  private static final MemoryInputs FIRST =
      MemoryInputs.of(
          "first.jsonl", (Lines.river("a0") + "\n" + Lines.river("a1") + "\n").getBytes(UTF_8));
  private static final MemoryInputs SECOND =
      MemoryInputs.of(
          "second.jsonl",
          String.join(
                  "\n",
                  Lines.river("b1").replace("}", ",\"embedding\":[1,2]}"),
                  "not json",
                  Lines.deletion("a0"),
                  Lines.river("a1").replace("0.5", "0.25"),
                  "not json either",
                  Lines.river("b2"),
                  "")
              .getBytes(UTF_8));

  private Scene() {}

  /**
   * Makes the store.
   *
   * @param fences entries before its first version; 30 make the second run write a checkpoint
   */
  static SortedMap<String, String> begin(Path store, int fences) throws IOException {
    StoreFiles files = new LocalFiles(store);
    for (int i = 0; i < fences; i++) {
      CommitLog.open(files).append(DraftCommit.fence("fenced-" + i, "fenced-" + i, "a test"));
    }
    PlainIngest.into(files, "run-1").run(FIRST, FIRST.list());
    return Stored.analogies(store);
  }

  /** The second run. */
  static RunOutcome second(StoreFiles files) throws IOException {
    return PlainIngest.into(files, RUN)
        .withDimension(2)
        .withSplitBytes(400)
        .run(SECOND, SECOND.list());
  }

  /** The store opens with the old version whole or the new one; the run, repeated, is done once. */
  static void requireWholeAndRepeatable(
      String where, Path store, SortedMap<String, String> before, SortedMap<String, String> after)
      throws IOException {
    SortedMap<String, String> found = Stored.analogies(store);
    assertThat(where, found, is(anyOf(equalTo(before), equalTo(after))));
    assertThat(where, commits(store).size(), is(found.equals(before) ? 0 : 1));
    RunOutcome repeated = second(new LocalFiles(store));
    assertThat(where, repeated.committed(), is(true));
    assertThat(where, commits(store).size(), is(1));
    assertThat(where, commits(store).get(0).version(), is(repeated.version()));
    assertThat(where, Stored.analogies(store), equalTo(after));
    assertThat(where, second(new LocalFiles(store)), equalTo(repeated));
  }

  private static List<Commit> commits(Path store) throws IOException {
    return Stored.history(store).stream()
        .filter(c -> c.runId().equals(RUN) && c.operation() == Operation.INGEST)
        .toList();
  }
}
