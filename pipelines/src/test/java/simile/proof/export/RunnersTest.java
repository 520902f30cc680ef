package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.export.ExportFormat;
import simile.export.ExportedFile;
import simile.jobs.ProgressListener;
import simile.jobs.RunnerKind;
import simile.jobs.export.ExportSummary;
import simile.proof.Folders;

/** The Direct runner and embedded Flink make the same files, also where writes fail. */
class RunnersTest {
  private static final long SEED = 23;

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    Lived.store(store, SEED, 400);
  }

  @Test
  void bothRunnersMakeTheSameFilesOfEveryFormat() throws IOException {
    for (ExportFormat format : ExportFormat.values()) {
      List<List<ExportedFile>> made = new ArrayList<>();
      for (RunnerKind runner : RunnerKind.values()) {
        String name = runner.name() + "-" + format.key();
        ExportSummary summary =
            Exports.run(
                Exports.args(store, name, format, folder.resolve(name) + "/"),
                runner,
                ProgressListener.NONE);
        made.add(summary.manifest().files());
      }
      assertThat(made.get(0), equalTo(made.get(1)));
      assertThat(made.get(0).size(), is(greaterThan(1)));
    }
  }

  @Test
  void anotherFileSystemHoldsWhatALocalOneDoesAlsoWhenWritesFail() throws IOException {
    for (ExportFormat format : List.of(ExportFormat.JSONL, ExportFormat.SQLITE)) {
      for (String end : List.of("/", format.suffixes().get(0))) {
        Path near = folder.resolve("near" + end);
        Path far = folder.resolve("far" + end);
        Exports.run(
            Exports.args(store, "near", format, near + (end.equals("/") ? "/" : "")),
            RunnerKind.DIRECT,
            ProgressListener.NONE);
        AfarFileSystem.FAILURES_LEFT.set(2);
        AfarFileSystem.OTHER_FAILURES_LEFT.set(2);
        Exports.run(
            Exports.args(
                store, "far", format, AfarFileSystem.location(far) + (end.equals("/") ? "/" : "")),
            RunnerKind.FLINK,
            ProgressListener.NONE);
        assertThat("retries", AfarFileSystem.FAILURES_LEFT.get(), is(0));
        assertThat("of the claim", AfarFileSystem.OTHER_FAILURES_LEFT.get(), is(0));
        requireSame(near, far);
      }
      clear("near");
      clear("far");
    }
  }

  private void clear(String name) throws IOException {
    try (var all = Files.walk(folder.resolve(name))) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void requireSame(Path near, Path far) throws IOException {
    if (!Files.isDirectory(near)) {
      assertThat(Files.mismatch(near, far), is(-1L));
      return;
    }
    assertThat(Folders.list(far), equalTo(Folders.list(near)));
    for (String file : Folders.list(near)) {
      if (!file.equals("_manifest.json")) {
        assertThat(file, Files.mismatch(near.resolve(file), far.resolve(file)), is(-1L));
      }
    }
    assertThat(Folders.list(far).stream().filter(n -> n.contains("unfinished")).toList(), empty());
  }
}
