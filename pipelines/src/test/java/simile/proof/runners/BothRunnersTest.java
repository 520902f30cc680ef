package simile.proof.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.ingest.Gate;
import simile.jobs.IngestArgs;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.log.Commit;
import simile.proof.Jobs;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.store.AsOf;

/** The Direct runner and embedded Flink make the same logical store, also where reads fail. */
class BothRunnersTest {
  private static final Path ANALOGIES =
      Path.of(System.getProperty("simile.root"), "testdata", "analogies");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  private static final int RECORDS = 20_000;

  @TempDir Path folder;

  @Test
  void bothRunnersMakeTheSameStoreAlsoWhenReadsFail() throws Exception {
    Path generated = folder.resolve("generated.jsonl");
    generate(generated, 7);
    Path direct = folder.resolve("direct");
    Path flink = folder.resolve("flink");
    for (RunnerKind runner : RunnerKind.values()) {
      Path store = runner == RunnerKind.DIRECT ? direct : flink;
      run(store, "run-1", runner, ANALOGIES.toString());
      FlakyFileSystem.FAILURES_LEFT.set(runner == RunnerKind.FLINK ? 2 : 0);
      RunSummary summary = run(store, "run-2", runner, FlakyFileSystem.location(generated));
      assertThat(summary.completed(), is(true));
      assertThat("retries", FlakyFileSystem.FAILURES_LEFT.get(), is(0));
    }
    requireSame(direct, flink);
  }

  private static void requireSame(Path direct, Path flink) throws IOException {
    List<Commit> one = Stored.history(direct);
    List<Commit> other = Stored.history(flink);
    assertThat(other.size(), is(2));
    for (int i = 0; i < 2; i++) {
      assertThat(other.get(i).counts(), equalTo(one.get(i).counts()));
      assertThat(other.get(i).violationsByRule(), equalTo(one.get(i).violationsByRule()));
      assertThat(other.get(i).warningsByRule(), equalTo(one.get(i).warningsByRule()));
      assertThat(digests(other.get(i)), equalTo(digests(one.get(i))));
      assertThat(
          Stored.rejected(flink, other.get(i)), equalTo(Stored.rejected(direct, one.get(i))));
    }
    assertThat(one.get(1).counts().rejected(), is(greaterThan(200L)));
    assertThat(one.get(1).counts().deletions(), is(greaterThan(100L)));
    SortedMap<String, String> records = Stored.analogies(direct, AsOf.latest(), true);
    assertThat(records.size(), is(greaterThan(RECORDS / 2)));
    assertThat(Stored.analogies(flink, AsOf.latest(), true), equalTo(records));
  }

  /** Of each file of rows, in the order of splits: its kind, rows, bytes and ids. */
  private static List<String> digests(Commit commit) {
    return commit.changes().get(0).adds().stream()
        .flatMap(segment -> segment.files().stream())
        .filter(file -> file.kind() == FileKind.JSONL || file.kind() == FileKind.NPZ)
        .map(BothRunnersTest::digest)
        .sorted()
        .toList();
  }

  private static String digest(DataFile file) {
    return "%s %s %d %s %s"
        .formatted(file.kind(), file.partition(), file.rows(), file.idDigest(), file.sha256());
  }

  private static RunSummary run(Path store, String runId, RunnerKind runner, String input)
      throws Exception {
    IngestArgs args = Jobs.args(store.toString(), runId, runId, Gate.OPEN, 512 << 10, input);
    return Jobs.run(args, runner, CLOCK);
  }

  private static void generate(Path file, long seed) throws IOException {
    Random random = new Random(seed);
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < RECORDS; i++) {
        out.write(line(random, i));
        out.write('\n');
      }
    }
  }

  private static String line(Random random, int i) {
    String id = "g" + (random.nextInt(8) == 0 ? random.nextInt(RECORDS) : i);
    return switch (random.nextInt(100)) {
      case 0 -> "{\"id\":\"" + id + "\",\"quality_score\":2}";
      case 1 -> "{\"id\":\"" + id;
      case 2 -> Lines.deletion(id);
      case 3 -> Lines.analogy(id, 0.5).replace("}", ",\"embedding\":[1,2,3,4,5,6,7," + i + "]}");
      case 4 -> Lines.analogy(id, 0.5).replaceFirst("\"id\":\"g\\d+\",", "");
      default -> Lines.analogy(id, random.nextInt(100) / 100.0);
    };
  }
}
