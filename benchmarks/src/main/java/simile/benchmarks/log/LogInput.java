package simile.benchmarks.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import simile.log.Change;
import simile.log.ContractRef;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.InputFile;
import simile.log.Operation;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.segment.Bounds;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/**
 * Commits of a log, one after the other; the files that they name do not exist. A segment has
 * {@value #PARTITIONS} partitions, as one of the generated analogies.
 */
public final class LogInput {
  private static final int SEED = 10_000;
  private static final int PARTITIONS = 50;
  private static final String COLLECTION = "contexts/default/analogies/";

  private final Random random = new Random(SEED);
  private final Deque<String> live = new ArrayDeque<>();
  private int commits;

  /** How many segments live after the last commit. */
  public int live() {
    return live.size();
  }

  /**
   * The next commit: an ingest, or a compaction if it removes any.
   *
   * @param adds segments that it adds
   * @param removes segments that it removes, the oldest
   */
  public DraftCommit next(int adds, int removes) {
    commits++;
    String run =
        "%s-2026-01-01t00-00-00z-%08x".formatted(removes > 0 ? "compact" : "ingest", commits);
    List<String> removed = new ArrayList<>();
    for (int r = 0; r < removes; r++) {
      removed.add(live.removeFirst());
    }
    List<Segment> added = new ArrayList<>();
    for (int a = 0; a < adds; a++) {
      added.add(segment("%s-s%05d-p0-a1".formatted(run, a)));
      live.addLast(added.get(a).name());
    }
    Change change =
        new Change(
            "default", "analogies", contract(), schema(), added, List.of(), removed, List.of());
    return new DraftCommit(
        removes > 0 ? Operation.COMPACT : Operation.INGEST,
        run,
        hex(),
        hex(),
        List.of(change),
        Optional.empty(),
        List.of(),
        new Counts(1_000, 0, 1_000, 0, 50, 1_000, 532_000, 1_100_000),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(new InputFile("/data/in/analogies-" + commits + ".jsonl", 532_000, "")),
        new TreeMap<>(Map.of("job", "ingest", "runner", "direct", "stage_ms.sqlite", "320")));
  }

  private Segment segment(String name) {
    List<DataFile> files = new ArrayList<>();
    for (int p = 0; p < PARTITIONS; p++) {
      String domain = "domain " + p;
      String path = COLLECTION + "jsonl/source_domain=domain%20" + p + "/" + name + ".jsonl";
      files.add(new DataFile(FileKind.JSONL, path, 20, 10_640, hex(), hex().substring(16), domain));
    }
    files.add(
        DataFile.of(
            FileKind.SQLITE, COLLECTION + "sqlite/" + name + ".sqlite", 1_000, 540_672, hex()));
    files.add(
        DataFile.of(FileKind.KEYS, COLLECTION + "keys/" + name + ".keys", 1_050, 31_000, hex()));
    files.add(
        DataFile.of(
            FileKind.TOMBSTONES, COLLECTION + "tombstones/" + name + ".jsonl", 50, 3_000, hex()));
    Map<String, Bounds> bounds =
        Map.of(
            "quality_score", new Bounds(0.0001, 0.9998, 0),
            "created_at", new Bounds(1.514e15, 1.735e15, 0),
            "updated_at", new Bounds(1.515e15, 1.765e15, 800));
    return new Segment(
        name,
        1_000,
        50,
        "analogy-000000%03d".formatted(random.nextInt(999)),
        "analogy-000999999",
        files,
        bounds);
  }

  private static ContractRef contract() {
    return new ContractRef(
        "analogies", "1.0.0", "ab".repeat(32), "contexts/default/analogies/contract.yaml");
  }

  private static Schema schema() {
    return new Schema(
        "analogies",
        List.of(
            Column.of("id", ColumnType.TEXT),
            Column.of("source_domain", ColumnType.TEXT),
            Column.of("target_domain", ColumnType.TEXT),
            new Column("quality_score", ColumnType.REAL, false, true),
            new Column("created_at", ColumnType.TIMESTAMP, true, true)),
        Optional.of("source_domain"),
        List.of(List.of("source_domain", "id")),
        java.util.OptionalInt.empty());
  }

  private String hex() {
    return "%016x%016x%016x%016x"
        .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}
