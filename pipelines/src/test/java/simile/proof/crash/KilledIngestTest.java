package simile.proof.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.log.LogVerifier;
import simile.proof.Children;
import simile.proof.IngestMain;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.Stored;

/** Processes that ingest are killed, at chosen steps and at any time. */
class KilledIngestTest {
  @TempDir Path folder;

  @Test
  void processHaltedAtSomeStepsLeavesAWholeVersion() throws Exception {
    for (int at : new int[] {2, 9, 24, 38}) {
      assertThat(halted(at), is(true));
    }
  }

  @Test
  @Tag("full")
  void processHaltedAtAnyStepLeavesAWholeVersion() throws Exception {
    int at = 1;
    while (halted(at)) {
      at++;
    }
    assertThat(at, is(greaterThan(30)));
  }

  @Test
  void jobHaltedOnARunnerLeavesAWholeVersion() throws Exception {
    for (int at : new int[] {12}) {
      jobHalted(at);
    }
  }

  @Test
  @Tag("full")
  void jobHaltedOnARunnerAtAnyStepLeavesAWholeVersion() throws Exception {
    for (int at = 1; jobHalted(at); at += 2) {}
  }

  @Test
  void processKilledAtAnyTimeLosesNothingThatItSaid() throws Exception {
    killAtRandom("plain", 3, 17);
  }

  @Test
  @Tag("full")
  void processKilledOftenLosesNothingThatItSaid() throws Exception {
    killAtRandom("plain", 25, 18);
    killAtRandom("direct", 8, 19);
  }

  private boolean halted(int at) throws Exception {
    Path whole = folder.resolve("whole-" + at);
    Scene.begin(whole, 0);
    Scene.second(new LocalFiles(whole));
    Path store = folder.resolve("store-" + at);
    SortedMap<String, String> before = Scene.begin(store, 0);
    Children.Ended child =
        Children.run(CrashingIngest.class, List.of(), CrashFilesProvider.location(store, at));
    assertThat(child.printed(), child.exit(), is(anyOf(is(Children.HALTED), is(0))));
    Scene.requireWholeAndRepeatable("step " + at, store, before, Stored.analogies(whole));
    return child.exit() == Children.HALTED;
  }

  private boolean jobHalted(int at) throws Exception {
    Path store = folder.resolve("job-" + at);
    Path input = Files.write(folder.resolve("job.jsonl"), Lines.analogies(12));
    Children.Ended child =
        Children.run(
            IngestMain.class,
            List.of(),
            CrashFilesProvider.location(store, at),
            "run-1",
            input.toString());
    assertThat(child.printed(), child.exit(), is(anyOf(is(Children.HALTED), is(0))));
    var first = Jobs.direct(Jobs.args(store, "run-1", input.toString()));
    assertThat(first.completed(), is(true));
    assertThat(Jobs.direct(Jobs.args(store, "run-1", input.toString())), equalTo(first));
    assertThat(Stored.history(store).size(), is(1));
    assertThat(Stored.analogies(store).size(), is(12));
    return child.exit() == Children.HALTED;
  }

  private void killAtRandom(String runner, int kills, long seed) throws Exception {
    Random random = new Random(seed);
    Path store = folder.resolve(runner);
    Path inputs = Files.createDirectory(folder.resolve(runner + "-inputs"));
    List<String> said = new ArrayList<>();
    int next = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process child =
          Children.start(
              EndlessIngest.class,
              List.of(),
              runner,
              store.toString(),
              inputs.toString(),
              Integer.toString(next));
      said.addAll(killAfter(child, 1 + random.nextInt(3), random.nextInt(60)));
      next = requireWhole(store, said);
    }
  }

  /** The records are those of the runs in the log. @return the first run that is not in it */
  private static int requireWhole(Path store, List<String> said) throws Exception {
    List<String> runs = Stored.history(store).stream().map(Commit::runId).toList();
    assertThat(new LogVerifier(new LocalFiles(store)).requireWhole(), is((long) runs.size()));
    assertThat(new TreeSet<>(runs).size(), is(runs.size()));
    assertThat(runs.containsAll(said), is(true));
    assertThat(new TreeSet<>(Stored.analogies(store).keySet()), equalTo(new TreeSet<>(runs)));
    return runs.size();
  }

  private static List<String> killAfter(Process child, int runs, int milliseconds)
      throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = child.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("run-")) {
          said.add(line);
        }
        if (said.size() == runs) {
          child.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
          child.destroyForcibly();
          break;
        }
      }
    }
    child.waitFor();
    return said;
  }
}
