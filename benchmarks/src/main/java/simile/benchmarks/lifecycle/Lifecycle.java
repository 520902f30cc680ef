package simile.benchmarks.lifecycle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import simile.query.Criteria;
import simile.store.Store;

/** The benchmark of a store that has lived. */
public final class Lifecycle {
  private static final String DOMAIN = "orchestra";
  private static final double QUALITY = 0.95;
  private static final int LOOKUPS = 1_000;
  private static final int DUCKDB_LOOKUPS = 5;

  private final Path root;
  private final Path work;
  private final int runs;
  private final List<String> parts;

  /**
   * @param root the project's folder
   * @param work where inputs and stores go
   * @param runs timed runs of each contestant
   * @param parts which of {@code read}, {@code lookup}, {@code open} and {@code rewrite}; empty for
   *     all
   */
  public Lifecycle(Path root, Path work, int runs, List<String> parts) {
    this.root = root;
    this.work = work;
    this.runs = runs;
    this.parts = parts;
  }

  /** Runs everything. @return tables in Markdown */
  public String run(long records) throws Exception {
    Launcher simile = new Launcher(root.resolve("simile"), work);
    try (TwoThreads threads = new TwoThreads()) {
      PlainJava plain = new PlainJava(threads);
      LifecycleData data = LifecycleData.in(work, records, simile, plain);
      LifecycleReport report = new LifecycleReport(records, runs);
      try (DuckDb duckDb =
          new DuckDb(
              data.tree(),
              data.live().toString(),
              data.live().resolveSibling("commit-*.jsonl").toString())) {
        Store store = Store.open(data.store().toString());
        SimileReads reads = new SimileReads(store, threads);
        if (chosen("read")) {
          for (Task task : tasks(data, reads, plain, duckDb)) {
            report.add(task.name(), task.run(runs));
          }
        }
        if (chosen("lookup")) {
          report.lookups(lookups(reads, duckDb, records));
        }
      }
      if (chosen("open")) {
        report.opening(Opening.measure(work, runs));
      }
      if (chosen("rewrite")) {
        report.compaction(Rewriting.measure(work, data, simile));
      }
      return report.text();
    }
  }

  private boolean chosen(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  private static List<Task> tasks(
      LifecycleData data, SimileReads reads, PlainJava plain, DuckDb duckDb) throws Exception {
    List<Path> jsonl = data.jsonl();
    List<Task> tasks = new ArrayList<>();
    tasks.add(
        new Task(
            LifecycleReport.ALL,
            List.of(
                Way.limit("plain-lines", () -> plain.lines(jsonl)),
                Way.exact("plain-live", () -> plain.live(data.commits())),
                Way.exact("simile", reads::allParts),
                Way.exact("simile, by id", reads::all))));
    tasks.add(
        filter(
            "domain = " + DOMAIN,
            domains(List.of(DOMAIN), List.of()),
            "(source_domain = '%1$s' OR target_domain = '%1$s')".formatted(DOMAIN),
            reads,
            duckDb));
    tasks.add(
        filter(
            "source domain = " + DOMAIN,
            domains(List.of(), List.of(DOMAIN)),
            "source_domain = '%s'".formatted(DOMAIN),
            reads,
            duckDb));
    tasks.add(
        filter(
            "quality ≥ " + QUALITY,
            quality(QUALITY),
            "quality_score >= " + QUALITY,
            reads,
            duckDb));
    return tasks;
  }

  private static Task filter(
      String name, Criteria criteria, String where, SimileReads reads, DuckDb duckDb) {
    return new Task(
        name,
        List.of(
            Way.limit(LifecycleReport.PEER, () -> duckDb.ofStore(where)),
            Way.exact("duckdb, of live records", () -> duckDb.ofLive(where)),
            Way.exact("duckdb, of the commits", () -> duckDb.ofCommits(where)),
            Way.exact("simile", () -> reads.filtered(criteria))));
  }

  private static Criteria domains(List<String> either, List<String> source) {
    Criteria all = Criteria.ALL;
    return new Criteria(
        all.ids(),
        either,
        source,
        all.targetDomains(),
        all.minQuality(),
        all.maxQuality(),
        all.createdAfter(),
        all.createdBefore(),
        all.tags());
  }

  private static Criteria quality(double least) {
    Criteria all = Criteria.ALL;
    return new Criteria(
        all.ids(),
        all.domains(),
        all.sourceDomains(),
        all.targetDomains(),
        OptionalDouble.of(least),
        all.maxQuality(),
        all.createdAfter(),
        all.createdBefore(),
        all.tags());
  }

  /** Random ids, of which some were deleted or never written. */
  private List<Timed> lookups(SimileReads reads, DuckDb duckDb, long records) throws Exception {
    Random random = new Random(records);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < LOOKUPS; i++) {
      ids.add("analogy-%09d".formatted(random.nextInt((int) records)));
    }
    for (String id : ids) {
      reads.one(id);
    }
    Answer found = Answer.NONE;
    Stopwatch simile = new Stopwatch();
    for (String id : ids) {
      found = found.plus(simile.time(() -> reads.one(id)));
    }
    Stopwatch duck = new Stopwatch();
    for (String id : ids.subList(0, DUCKDB_LOOKUPS)) {
      if (!duck.time(() -> duckDb.ofLive("id = '" + id + "'")).equals(reads.one(id))) {
        throw new IllegalStateException("the answers differ for " + id);
      }
    }
    requireFound(ids, found, duckDb);
    Answer sum = found;
    return List.of(
        duck.timed(Way.exact("duckdb, of live records", () -> sum), sum),
        simile.timed(Way.exact("simile", () -> sum), sum));
  }

  private static void requireFound(List<String> ids, Answer found, DuckDb duckDb) throws Exception {
    Answer expected =
        duckDb.ofLive(
            "id IN ('" + String.join("','", List.copyOf(new java.util.TreeSet<>(ids))) + "')");
    if (ids.stream().distinct().count() == ids.size() && !expected.equals(found)) {
      throw new IllegalStateException("looked up " + found + ", expected " + expected);
    }
  }
}
