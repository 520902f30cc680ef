package simile.jobs.compact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.compact.CompactionRules;
import simile.jobs.EmbeddedEngine;
import simile.jobs.RefusedException;
import simile.jobs.RunnerKind;
import simile.log.Commit;
import simile.log.Operation;
import simile.proof.LocalInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.Workflows;

/** Whole compactions, on the runners. */
final class CompactionJobTest {
  private static final CompactionRules FULL = new CompactionRules(64 << 10, true);

  @TempDir Path folder;

  /** Ingests analogies of which many replace or delete earlier ones. */
  private SortedMap<String, String> fill(Path store) throws IOException {
    Random random = new Random(3);
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    for (int run = 0; run < 4; run++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        int id = random.nextInt(1200);
        lines.add(
            random.nextInt(20) == 0
                ? "{\"type\":\"deletion\",\"target_id\":\"a-%d\"}".formatted(id)
                : analogy(id, random));
      }
      String name = "run-" + run + ".jsonl";
      Files.write(inputs.resolve(name), lines);
      PlainIngest.into(Store.openOrCreate(store.toString()).files(), "run-" + run)
          .withDimension(2)
          .withSplitBytes(32 << 10)
          .run(new LocalInputs(inputs), name);
    }
    return Stored.analogies(store, AsOf.latest(), true);
  }

  private static String analogy(int id, Random random) {
    return "{\"id\":\"a-%d\",\"source_domain\":\"s%d\",\"target_domain\":\"t\",\"quality_score\":0.5,\"embedding\":[%d,%d],\"x\":%d}"
        .formatted(id, random.nextInt(5), id, -id, random.nextInt());
  }

  private CompactionSummary compact(Path store, String run, RunnerKind runner) throws IOException {
    return job(store, run, runner, FULL).run(plan -> {});
  }

  private static CompactionJob job(
      Path store, String run, RunnerKind runner, CompactionRules rules) {
    CompactionArgs args =
        new CompactionArgs(
            store.toString(),
            Optional.empty(),
            Optional.empty(),
            rules,
            Optional.empty(),
            Optional.of(run));
    EmbeddedEngine engine = new EmbeddedEngine(Optional.of(runner), OptionalInt.of(2), List.of());
    return new CompactionJob(args, engine, Clock.systemUTC());
  }

  @Test
  void bothRunnersLeaveTheSameRecordsAndNothingElse() throws IOException {
    for (RunnerKind runner : RunnerKind.values()) {
      Path store = folder.resolve(runner.name());
      SortedMap<String, String> before = fill(store);
      CompactionSummary summary = compact(store, "compact", runner);

      assertThat(summary.commits(), hasSize(1));
      assertThat(summary.rows(), is((long) before.size()));
      assertThat(summary.commits().get(0).changes().get(0).adds().size(), greaterThan(2));
      assertThat(Stored.analogies(store, AsOf.latest(), true), equalTo(before));
      assertThat(
          new Workflows(Store.open(store.toString()).files())
              .read("compact")
              .orElseThrow()
              .status(),
          is(Status.COMPLETED));
      assertThat(compact(store, "again", runner).isNothing(), is(true));
      assertThat(compact(store, "compact", runner).commits(), hasSize(1));
    }
  }

  @Test
  void ofTwoCompactionsThatStartAtOnceNothingIsLostOrDoneTwice() throws Exception {
    Path store = folder.resolve("store");
    SortedMap<String, String> before = fill(store);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Callable<CompactionSummary>> both =
          List.of(
              () -> compact(store, "one", RunnerKind.DIRECT),
              () -> compact(store, "two", RunnerKind.DIRECT));
      int commits = 0;
      for (Future<CompactionSummary> done : pool.invokeAll(both)) {
        commits += done.get().commits().size();
      }
      assertThat(commits, is(1));
    } finally {
      pool.shutdownNow();
    }
    List<Commit> history = Stored.history(store);
    assertThat(history.stream().filter(c -> c.operation() == Operation.COMPACT).count(), is(1L));
    assertThat(Stored.analogies(store, AsOf.latest(), true), equalTo(before));
    assertThat(Stored.analogies(store, new AsOf.Version(4), true), equalTo(before));
  }

  @Test
  void aRunIdOfOtherArgumentsIsRefused() throws IOException {
    Path store = folder.resolve("store");
    fill(store);
    compact(store, "compact", RunnerKind.DIRECT);
    CompactionJob other =
        job(store, "compact", RunnerKind.DIRECT, new CompactionRules(1 << 20, true));
    assertThrows(RefusedException.class, () -> other.run(plan -> {}));
    CompactionJob ingest = job(store, "run-1", RunnerKind.DIRECT, FULL);
    assertThrows(RefusedException.class, () -> ingest.run(plan -> {}));
  }
}
