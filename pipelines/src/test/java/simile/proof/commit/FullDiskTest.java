package simile.proof.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.input.InputException;
import simile.proof.Folders;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/** A disk that is full at whatever step leaves the old version, and the run can be repeated. */
class FullDiskTest {
  private static final Set<Point> WRITES =
      EnumSet.of(
          Point.CREATE,
          Point.WRITE,
          Point.WRITE_HALF,
          Point.CLOSE,
          Point.BUILD,
          Point.PUBLISH,
          Point.SYNC,
          Point.PUT,
          Point.REPLACE);

  @TempDir Path folder;

  @Test
  void fullDiskAtAnyWriteLeavesTheStoreWhole() throws IOException {
    MemoryInputs inputs = MemoryInputs.of("second.jsonl", input());
    int failures = 0;
    Path first = folder.resolve("first");
    SortedMap<String, String> before = begin(first);
    for (int n = 1; ; n++) {
      Path store = folder.resolve("store-" + n);
      Folders.copy(first, store);
      WatchedFiles files = new WatchedFiles(new LocalFiles(store), failingAt(n));
      try {
        ingest(files, inputs);
        break;
      } catch (IOException e) {
        failures++;
        assertThat(e.getMessage(), containsString("No space left on device"));
        assertThat(e, is(not(instanceOf(InputException.class))));
      }
      assertThat(Stored.analogies(store), equalTo(before));
      assertThat(Stored.history(store).size(), is(1));
      assertThat(ingest(new LocalFiles(store), inputs).version(), is(2L));
      assertThat(Stored.analogies(store).size(), is(5));
    }
    assertThat(failures, is(greaterThan(15)));
  }

  @Test
  void realDiskThatIsFullLeavesTheStoreWhole() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("small"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount.toString()),
        "skipped: this machine lets nobody mount a small disk");
    try {
      Path store = mount.resolve("store");
      SortedMap<String, String> before = begin(store);
      Path input = Files.write(folder.resolve("big.jsonl"), Lines.analogies(30_000));
      IOException full =
          assertThrows(
              IOException.class, () -> Jobs.direct(Jobs.args(store, "run-2", input.toString())));
      assertThat(full.getMessage(), containsString("No space left on device"));
      assertThat(Stored.analogies(store), equalTo(before));
      assertThat(Stored.history(store).size(), is(1));
      assertThat(namesIn(store.resolve("contexts")), not(hasItem(startsWith("run-2"))));
    } finally {
      succeeds("umount", mount.toString());
    }
  }

  private static SortedMap<String, String> begin(Path store) throws IOException {
    MemoryInputs first =
        MemoryInputs.of(
            "first.jsonl", (Lines.river("a0") + "\n" + Lines.river("a1") + "\n").getBytes(UTF_8));
    PlainIngest.into(new LocalFiles(store), "run-1").run(first, first.list());
    return Stored.analogies(store);
  }

  private static simile.ingest.RunOutcome ingest(simile.files.StoreFiles files, MemoryInputs inputs)
      throws IOException {
    return PlainIngest.into(files, "run-2")
        .withSplitBytes(900)
        .withMaxLineBytes(400)
        .withDimension(2)
        .run(inputs, inputs.list());
  }

  private static byte[] input() {
    return String.join(
            "\n",
            List.of(
                Lines.river("b1"),
                "not json",
                "{\"too long\":\"" + "x".repeat(1_000) + "\"}",
                Lines.deletion("a0"),
                Lines.river("b2").replace("}", ",\"embedding\":[1,2]}"),
                "not json",
                Lines.river("b3"),
                Lines.river("b4"),
                ""))
        .getBytes(UTF_8);
  }

  private static WatchedFiles.Watcher failingAt(int n) {
    int[] reached = {0};
    return (point, path) -> {
      if (WRITES.contains(point) && ++reached[0] == n) {
        throw new IOException("No space left on device");
      }
    };
  }

  private static List<String> namesIn(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static boolean succeeds(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
