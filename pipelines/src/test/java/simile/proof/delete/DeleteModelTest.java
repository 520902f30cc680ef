package simile.proof.delete;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.files.LocalFiles;
import simile.history.Effect;
import simile.history.RecordEvent;
import simile.history.RecordHistory;
import simile.log.CollectionKey;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.query.Criteria;
import simile.store.AsOf;
import simile.store.Store;
import simile.undelete.UndeleteOutcome;
import simile.undelete.UndeletePlan;
import simile.undelete.Undeleter;

/**
 * Ingests, undeletes, and deletes by id and by criteria, whose reading, writing and committing
 * interleave, at every version against what a naive oracle says.
 */
class DeleteModelTest {
  private static final int STEPS = 30;
  private static final int IDS = 25;

  @TempDir Path folder;

  /** A delete that was written, and not yet committed. */
  private record Pending(
      PlainDelete run, DeletePlan plan, List<DeleteResult> results, List<String> ids) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyVersionIsTheOracles(long seed) throws IOException {
    new History(folder, seed).play();
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("manySeeds")
  void everyVersionIsTheOraclesOfManyHistories(long seed) throws IOException {
    new History(folder, seed).play();
  }

  static List<Long> manySeeds() {
    return new Random(77).longs(200).boxed().toList();
  }

  private static final class History {
    private final Path folder;
    private final Random random;
    private final Life life = new Life();
    private final List<Pending> pending = new ArrayList<>();
    private final Store store;
    private int runs;

    History(Path folder, long seed) throws IOException {
      this.folder = folder;
      this.random = new Random(seed);
      this.store = Store.openOrCreate(folder.toString());
    }

    void play() throws IOException {
      ingest();
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(7)) {
          case 0, 1 -> ingest();
          case 2 -> startById();
          case 3 -> startByCriteria();
          case 4 -> undelete();
          default -> commitOne();
        }
        assertThat("step " + step, Stored.analogies(folder), is(life.at(version())));
      }
      for (long version = 1; version <= version(); version++) {
        assertThat(
            "version " + version,
            Stored.analogies(folder, new AsOf.Version(version), false),
            is(life.at(version)));
      }
      for (int id = 0; id < IDS; id++) {
        assertThat("history of i" + id, lastRecord("i" + id), is(live("i" + id)));
      }
    }

    /** Whether a record is there, as its history tells. */
    private Optional<String> lastRecord(String id) throws IOException {
      CollectionKey key = new CollectionKey("default", "analogies");
      return RecordHistory.of(store, key, id).stream()
          .filter(event -> event.effect() != Effect.NONE)
          .findFirst()
          .flatMap(RecordEvent::record);
    }

    private Optional<String> live(String id) throws IOException {
      return Optional.ofNullable(life.at(version()).get(id));
    }

    private void undelete() throws IOException {
      List<String> ids = List.of(id(), id(), "never");
      long before = version();
      SortedMap<String, String> live = life.at(before);
      Set<String> wanted =
          ids.stream()
              .filter(id -> !live.containsKey(id) && !life.newestRecord(id, before).isEmpty())
              .collect(Collectors.toSet());
      UndeletePlan plan =
          new UndeletePlan(
              "undelete-" + runs++,
              "token-" + runs,
              "0".repeat(64),
              "default",
              "analogies",
              ids,
              "",
              Instant.parse("2026-01-02T03:04:05Z"));
      UndeleteOutcome outcome = new Undeleter(store, plan).run();
      assertThat(Set.copyOf(outcome.restored()), is(wanted));
      assertThat(outcome.version().isPresent(), is(!wanted.isEmpty()));
      for (String id : wanted) {
        life.put(id, life.newestRecord(id, before), outcome.version().getAsLong());
      }
    }

    private void ingest() throws IOException {
      List<String[]> lines = new ArrayList<>();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        String id = id();
        boolean deletes = random.nextInt(5) == 0;
        double quality = random.nextInt(101) / 100.0;
        lines.add(new String[] {id, deletes ? "" : Lines.analogy(id, quality)});
      }
      StringBuilder file = new StringBuilder();
      lines.forEach(l -> file.append(l[1].isEmpty() ? Lines.deletion(l[0]) : l[1]).append('\n'));
      MemoryInputs inputs = MemoryInputs.of("in.jsonl", file.toString().getBytes(UTF_8));
      long version =
          PlainIngest.into(new LocalFiles(folder), "ingest-" + runs++)
              .run(inputs, inputs.list())
              .version();
      // A record that a later line of its batch replaces or deletes is never stored.
      Map<String, String> last = new HashMap<>();
      lines.forEach(line -> last.put(line[0], line[1]));
      for (Map.Entry<String, String> line : last.entrySet()) {
        if (line.getValue().isEmpty()) {
          life.delete(line.getKey(), version);
        } else {
          life.put(line.getKey(), line.getValue(), version);
        }
      }
    }

    private void startById() throws IOException {
      List<String> ids = new ArrayList<>();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        ids.add(id());
      }
      PlainDelete run = new PlainDelete(store, "delete-" + runs++);
      DeletePlan plan = run.planOfIds(ids);
      pending.add(new Pending(run, plan, run.write(plan), ids));
    }

    private void startByCriteria() throws IOException {
      double limit = random.nextInt(101) / 100.0;
      PlainDelete run = new PlainDelete(store, "delete-" + runs++);
      DeletePlan plan = run.planOf(Criteria.ALL.withQualityBelow(limit), 1 + random.nextInt(20));
      SortedMap<String, String> live = life.at(plan.version());
      List<String> ids =
          live.keySet().stream().filter(id -> quality(live.get(id)) < limit).toList();
      pending.add(new Pending(run, plan, run.write(plan), ids));
    }

    private void commitOne() throws IOException {
      if (pending.isEmpty()) {
        return;
      }
      Pending one = pending.remove(random.nextInt(pending.size()));
      long version = one.run().commit(one.plan(), one.results()).version();
      assertThat(
          "a commit that is repeated",
          one.run().commit(one.plan(), one.results()).version(),
          is(version));
      for (String id : one.ids()) {
        if (one.plan().isByCriteria()) {
          life.deleteRead(id, one.plan().version(), version);
        } else {
          life.delete(id, version);
        }
      }
    }

    private long version() throws IOException {
      return store.log().latestVersion();
    }

    private String id() {
      return "i" + random.nextInt(IDS);
    }

    private static double quality(String record) {
      return Double.parseDouble(record.replaceFirst(".*\"quality_score\":([0-9.]+).*", "$1"));
    }
  }
}
