package simile.proof.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.conflict.Action;
import simile.conflict.Conflict;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.LocalFiles;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jobs.imports.ImportArgs;
import simile.jobs.imports.ImportPreview;
import simile.jobs.imports.MergeStrategy;
import simile.log.Commit;
import simile.log.Counts;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.query.Row;
import simile.store.AsOf;

/** What dry runs of random imports say, against what the imports then do to the store. */
class DryRunOracleTest {
  private static final String TIMES = "updated-not-before-created";
  private static final int STORES = 4;
  private static final int IMPORTS = 3;
  private static final int IDS = 20;

  @TempDir Path folder;

  private final Map<Action, Integer> met = new EnumMap<>(Action.class);
  private long refused;

  /** A line of an input, and whether it keeps the contract by itself. */
  private record Line(String id, String json, boolean isGood) {}

  @ParameterizedTest
  @EnumSource(MergeStrategy.class)
  void aDryRunSaysWhatTheImportThenDoes(MergeStrategy strategy) throws Exception {
    for (int seed = 0; seed < STORES; seed++) {
      Random random = new Random(seed);
      Path store = folder.resolve("store-" + seed);
      fill(store, random, seed % 2 == 0);
      for (int n = 0; n < IMPORTS; n++) {
        List<Line> lines = lines(random, Stored.rows(store, AsOf.latest(), true));
        compare("seed " + seed + ", import " + n, store, lines, strategy);
      }
    }
    assertThat(met.keySet(), is(possible(strategy)));
    if (strategy == MergeStrategy.MERGE) {
      assertThat("merges that the contract rejected", refused, greaterThan(0L));
    }
  }

  private void compare(String what, Path store, List<Line> lines, MergeStrategy strategy)
      throws Exception {
    String text = lines.stream().map(Line::json).collect(Collectors.joining("\n", "", "\n"));
    ImportArgs args =
        Imports.args(store, strategy, Files.writeString(folder.resolve("in.jsonl"), text));
    SortedMap<String, Row> before = Stored.rows(store, AsOf.latest(), true);
    List<String> listed = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    ImportPreview.Result dry =
        Imports.job(args, RunnerKind.DIRECT)
            .preview(
                (key, conflict) -> {
                  conflicts.add(conflict);
                  listed.add(told(conflict.id(), conflict.action(), conflict.storedVersion()));
                });
    RunSummary run = Imports.job(args, RunnerKind.DIRECT).run();
    assertThat(what, listed, is(done(store, before, lines)));
    requireCounts(what, dry, run, conflicts);
  }

  private void requireCounts(
      String what, ImportPreview.Result dry, RunSummary run, List<Conflict> conflicts) {
    assertThat(what, dry.failure(), is(run.failure()));
    assertThat(what, dry.version(), is(run.version() - 1));
    assertThat(what, lines(dry.counts().read()), is(lines(run.counts())));
    assertThat(what, dry.counts().violations(), is(run.violationsByRule()));
    for (Action action : Action.values()) {
      long n = conflicts.stream().filter(conflict -> conflict.action() == action).count();
      assertThat(what, dry.counts().count(action), is(n));
    }
    run.merged()
        .ifPresent(merged -> assertThat(what, dry.counts().count(Action.MERGED), is(merged)));
    conflicts.forEach(conflict -> met.merge(conflict.action(), 1, Integer::sum));
    refused += run.violationsByRule().getOrDefault(TIMES, 0L);
  }

  private static List<Long> lines(Counts counts) {
    return List.of(
        counts.read(), counts.blank(), counts.accepted(), counts.rejected(), counts.deletions());
  }

  /** What became of records that were there, of those ids that good lines came for. */
  private static List<String> done(Path store, SortedMap<String, Row> before, List<Line> lines)
      throws IOException {
    SortedMap<String, Row> after = Stored.rows(store, AsOf.latest(), true);
    Commit commit = Stored.history(store).get(Stored.history(store).size() - 1);
    Set<Long> rejected =
        Stored.rejected(store, commit).stream()
            .map(Stored.Rejected::line)
            .collect(Collectors.toSet());
    Map<String, Integer> last = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isGood()) {
        last.put(lines.get(i).id(), i);
      }
    }
    List<String> done = new ArrayList<>();
    for (Map.Entry<String, Integer> each : last.entrySet()) {
      Optional<Row> stored = Optional.ofNullable(before.get(each.getKey()));
      Line line = lines.get(each.getValue());
      if (stored.isPresent() && !rejected.contains(each.getValue() + 1L)) {
        action(stored.get(), line, Optional.ofNullable(after.get(line.id())))
            .ifPresent(action -> done.add(told(line.id(), action, stored.get().version())));
      }
    }
    return done;
  }

  /** Of a record that came as it is stored, none. */
  private static Optional<Action> action(Row stored, Line line, Optional<Row> now) {
    if (stored.json().equals(line.json())) {
      return Optional.empty();
    }
    if (now.isEmpty()) {
      return Optional.of(Action.DELETED);
    }
    if (now.get().version() == stored.version()) {
      return Optional.of(Action.KEPT);
    }
    return Optional.of(now.get().json().equals(line.json()) ? Action.REPLACED : Action.MERGED);
  }

  private static String told(String id, Action action, long storedVersion) {
    return id + " " + action.key() + ", of version " + storedVersion;
  }

  private static Set<Action> possible(MergeStrategy strategy) {
    return switch (strategy) {
      case OVERWRITE -> Set.of(Action.REPLACED, Action.DELETED);
      case MERGE -> Set.of(Action.values());
      case SKIP_CONFLICTS -> Set.of(Action.KEPT);
    };
  }

  private static void fill(Path store, Random random, boolean fields) throws Exception {
    Contract plain = BuiltInContracts.find("analogies").orElseThrow();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < IDS; i += 2) {
      text.append(record("id" + i, random)).append('\n');
    }
    MemoryInputs inputs = MemoryInputs.of("first.jsonl", text.toString().getBytes(UTF_8));
    PlainIngest ingest =
        PlainIngest.into(new LocalFiles(store), "first")
            .withContract(fields ? MergeContracts.byField(plain) : plain)
            .withDimension(2);
    ingest.run(inputs, inputs.list());
  }

  private static List<Line> lines(Random random, SortedMap<String, Row> stored) {
    List<Line> lines = new ArrayList<>();
    List<Row> rows = List.copyOf(stored.values());
    for (int i = 0; i < IDS; i++) {
      String id = "id" + random.nextInt(IDS);
      switch (random.nextInt(8)) {
        case 0 -> lines.add(new Line(id, Lines.deletion(id), true));
        case 1 -> lines.add(new Line(id, Lines.analogy(id, 2), false));
        case 2 -> {
          Row same = rows.get(random.nextInt(rows.size()));
          lines.add(new Line(same.id(), same.json(), true));
        }
        default -> lines.add(new Line(id, record(id, random), true));
      }
    }
    return lines;
  }

  /** Keeps the contract; merged with another one it may not. */
  private static String record(String id, Random random) {
    int created = 1 + random.nextInt(5);
    StringBuilder members = new StringBuilder();
    if (random.nextBoolean()) {
      int updated = created + random.nextInt(5);
      members.append(",\"updated_at\":\"2026-01-0").append(updated).append("T00:00:00Z\"");
    }
    if (random.nextBoolean()) {
      members.append(",\"tags\":[\"tag").append(random.nextInt(3)).append("\"]");
    }
    if (random.nextInt(3) == 0) {
      members.append(",\"embedding\":[").append(random.nextInt(3)).append(".0,0.5]");
    }
    return Lines.analogy(id, random.nextInt(10) / 10.0)
        .replace("2026-01-01", "2026-01-0" + created)
        .replace("}", members + "}");
  }
}
