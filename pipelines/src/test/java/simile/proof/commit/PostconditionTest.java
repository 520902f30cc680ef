package simile.proof.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.ingest.RunOutcome;
import simile.log.Commit;
import simile.log.Operation;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.segment.DataFile;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/** A file that was lost or cut after it was written is noticed before the commit. */
class PostconditionTest {
  private static final MemoryInputs INPUT =
      MemoryInputs.of(
          "second.jsonl",
          String.join(
                  "\n",
                  Lines.river("b1").replace("}", ",\"embedding\":[1,2]}"),
                  "not json",
                  Lines.deletion("a0"),
                  Lines.river("b2"),
                  "")
              .getBytes(UTF_8));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lostOrCutFileIsABreachAndNothingIsVisible(boolean lost) throws IOException {
    List<String> written = writtenPaths();
    assertThat(written.size(), is(greaterThan(6)));
    for (int i = 0; i < written.size(); i++) {
      Path store = folder.resolve("store-" + i);
      SortedMap<String, String> before = begin(store);
      WatchedFiles files = new WatchedFiles(new LocalFiles(store), damaging(store, i, lost));
      RunOutcome outcome = ingest(files);
      assertThat(written.get(i), outcome.committed(), is(false));
      Commit entry = Stored.history(store).get(1);
      assertThat(entry.operation(), is(Operation.AUDIT));
      assertThat(
          entry.details().get("failure"),
          startsWith(lost ? "store.file-missing: " : "store.file-size: "));
      assertThat(entry.details().get("failure"), containsString("expected"));
      assertThat(Stored.analogies(store), equalTo(before));
      assertThat(ingest(new LocalFiles(store)).committed(), is(true));
      assertThat(
          Stored.analogies(store).keySet(), equalTo(new TreeSet<>(List.of("a1", "b1", "b2"))));
    }
  }

  @Test
  void auditEntryNamesOnlyFilesThatAreThere() throws IOException {
    for (int i = 0; i < writtenPaths().size(); i++) {
      Path store = folder.resolve("audited-" + i);
      begin(store);
      ingest(new WatchedFiles(new LocalFiles(store), damaging(store, i, true)));
      for (DataFile file : Stored.history(store).get(1).audit()) {
        assertThat(file.path(), Files.exists(store.resolve(file.path())), is(true));
      }
    }
  }

  private List<String> writtenPaths() throws IOException {
    Path store = folder.resolve("whole");
    begin(store);
    List<String> paths = new java.util.ArrayList<>();
    ingest(
        new WatchedFiles(
            new LocalFiles(store),
            (point, path) -> {
              if (point == Point.CLOSED || point == Point.PUBLISHED) {
                paths.add(path);
              }
            }));
    return paths;
  }

  private static WatchedFiles.Watcher damaging(Path store, int index, boolean lost) {
    int[] written = {0};
    return (point, path) -> {
      if ((point == Point.CLOSED || point == Point.PUBLISHED) && written[0]++ == index) {
        if (lost) {
          Files.delete(store.resolve(path));
        } else {
          try (FileChannel file = FileChannel.open(store.resolve(path), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
          }
        }
      }
    };
  }

  private static SortedMap<String, String> begin(Path store) throws IOException {
    if (Files.exists(store)) {
      return new java.util.TreeMap<>();
    }
    MemoryInputs first = MemoryInputs.of("first.jsonl", Lines.analogies(2));
    PlainIngest.into(new LocalFiles(store), "run-1").run(first, first.list());
    return Stored.analogies(store);
  }

  private static RunOutcome ingest(simile.files.StoreFiles files) throws IOException {
    return PlainIngest.into(files, "run-2").withDimension(2).run(INPUT, INPUT.list());
  }
}
