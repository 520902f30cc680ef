package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.export.ExportFormat;
import simile.files.Sha256;
import simile.jobs.ProgressListener;
import simile.jobs.RefusedException;
import simile.jobs.RunnerKind;
import simile.jobs.export.ExportArgs;
import simile.jobs.export.ExportSummary;
import simile.log.CommitConflictException;
import simile.proof.Folders;

/** Several exports to one place at a time: at most one of them is there in the end, whole. */
class RaceTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;
  private Path store;
  private Path other;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    other = folder.resolve("other");
    Lived.store(store, 26, 80);
    Lived.store(other, 27, 80);
  }

  @Test
  void whoComesWhileAnotherIsAtWorkIsRefusedAlsoWithAnotherStore() throws IOException {
    for (String name : List.of("out/", "out.jsonl")) {
      String place = folder + "/" + name;
      List<String> refusals = new ArrayList<>();
      ExportSummary first =
          Exports.run(
              Exports.args(store, "first" + name.length(), ExportFormat.JSONL, place),
              RunnerKind.DIRECT,
              (notes, bytes, runner) -> {
                for (Path from : List.of(store, other)) {
                  ExportArgs second =
                      Exports.args(from, "second" + name.length(), ExportFormat.JSONL, place);
                  refusals.add(
                      assertThrows(CommitConflictException.class, () -> run(second)).getMessage());
                }
                return () -> {};
              });
      assertThat(refusals.size(), is(2));
      for (String refusal : refusals) {
        assertThat(refusal, containsString("run 'first" + name.length() + "' is at work"));
        assertThat(refusal, containsString("--store " + store));
      }
      requireWhole(first);
    }
  }

  @Test
  void ofTwoAtOnceAtMostOneIsThereAndWhole() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String place = folder + "/race-" + round + (round % 2 == 0 ? "/" : ".jsonl");
        List<Callable<ExportSummary>> both = new ArrayList<>();
        for (Path from : List.of(store, round < 2 ? store : other)) {
          String run = "racer-" + round + "-" + both.size();
          both.add(() -> run(Exports.args(from, run, ExportFormat.JSONL, place)));
        }
        List<ExportSummary> won = new ArrayList<>();
        for (Future<ExportSummary> one : pool.invokeAll(both)) {
          try {
            won.add(one.get());
          } catch (ExecutionException e) {
            assertThat(e.toString(), e.getCause() instanceof CommitConflictException, is(true));
          }
        }
        assertThat(won.size(), is(lessThan(2)));
        for (ExportSummary winner : won) {
          requireWhole(winner);
        }
      }
      assertThat(
          Folders.list(folder).stream().filter(file -> file.contains("unfinished")).toList(),
          equalTo(List.of()));
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aPlaceInTheStoreIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), store);
    List<String> before = Folders.list(store);
    for (Path in : List.of(store, link)) {
      for (String name : List.of("out.jsonl", "contexts/default/out/", "_log/out/")) {
        ExportArgs args = Exports.args(store, "inside", ExportFormat.JSONL, in + "/" + name);
        assertThat(
            assertThrows(RefusedException.class, () -> run(args)).getMessage(),
            containsString("is in the store"));
      }
    }
    assertThat(Folders.list(store), equalTo(before));
  }

  private static ExportSummary run(ExportArgs args) throws IOException {
    return Exports.run(args, RunnerKind.DIRECT, ProgressListener.NONE);
  }

  private static void requireWhole(ExportSummary summary) throws IOException {
    for (var file : summary.manifest().files()) {
      Path path = Path.of(summary.output().folder(), file.path());
      assertThat(file.path(), Sha256.of(Files.readAllBytes(path)), is(file.sha256()));
    }
  }
}
