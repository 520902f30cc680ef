package simile.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import simile.log.Change;
import simile.log.CollectionKey;
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

/** Drafts of commits. */
public final class Drafts {
  public static final CollectionKey ANALOGIES = new CollectionKey("default", "analogies");
  public static final ContractRef CONTRACT =
      new ContractRef("analogies", "1.0.0", "ab".repeat(32), "contexts/default/contract.yaml");

  private Drafts() {}

  /** Adds one segment, named as the run, to the default collection. */
  public static DraftCommit ingest(String run) {
    return ingest(run, change(ANALOGIES, List.of(segment(run)), List.of()));
  }

  /** An ingest that makes these changes. */
  public static DraftCommit ingest(String run, Change... changes) {
    return draft(Operation.INGEST, run, "token-" + run, List.of(changes), List.of());
  }

  /** The end of a run that failed its gate. */
  public static DraftCommit audit(String run) {
    DataFile file =
        DataFile.of(FileKind.AUDIT, "audit/" + run + "/violations.jsonl", 1, 9, "cd".repeat(32));
    return draft(Operation.AUDIT, run, "token-" + run, List.of(), List.of(file));
  }

  /** What cancels a run. */
  public static DraftCommit fence(String run) {
    return DraftCommit.fence(run, "token-" + run, "cancelled by a test");
  }

  /** The same under another token. */
  public static DraftCommit withToken(String token, DraftCommit draft) {
    return draft(draft.operation(), draft.runId(), token, draft.changes(), draft.audit());
  }

  /** The same, asked to do something else. */
  public static DraftCommit withArguments(String sha256, DraftCommit d) {
    return new DraftCommit(
        d.operation(),
        d.runId(),
        d.token(),
        sha256,
        d.changes(),
        d.retention(),
        d.audit(),
        d.counts(),
        d.violationsByRule(),
        d.warningsByRule(),
        d.inputs(),
        d.details());
  }

  /** Adds and removes segments of a collection. */
  public static Change change(CollectionKey key, List<Segment> adds, List<String> removes) {
    return new Change(
        key.context(),
        key.collection(),
        CONTRACT,
        schema(OptionalInt.empty()),
        adds,
        List.of(),
        removes,
        List.of());
  }

  /** The same with vectors. */
  public static Change withDimension(int dimension, Change change) {
    return new Change(
        change.context(),
        change.collection(),
        change.contract(),
        change.schema().withDimension(OptionalInt.of(dimension)),
        change.adds(),
        change.restores(),
        change.removes(),
        change.files());
  }

  /** How the collection is stored. */
  public static Schema schema(OptionalInt dimension) {
    return new Schema(
        "analogies",
        List.of(
            Column.of("id", ColumnType.TEXT),
            Column.of("source_domain", ColumnType.TEXT),
            new Column("quality_score", ColumnType.REAL, false, true),
            new Column("created_at", ColumnType.TIMESTAMP, true, true)),
        Optional.of("source_domain"),
        List.of(List.of("source_domain", "id")),
        dimension);
  }

  /** A segment of that name; its files are not there. */
  public static Segment segment(String name) {
    DataFile jsonl =
        new DataFile(
            FileKind.JSONL,
            "contexts/default/analogies/jsonl/source_domain=physics/" + name + ".jsonl",
            3,
            1_590,
            "01".repeat(32),
            "0123456789abcdef",
            "physics");
    DataFile sqlite =
        DataFile.of(
            FileKind.SQLITE,
            "contexts/default/analogies/sqlite/" + name + ".sqlite",
            3,
            8_192,
            "02".repeat(32));
    Map<String, Bounds> bounds =
        Map.of(
            "quality_score", new Bounds(0.1, 0.30000000000000004, 0),
            "created_at", new Bounds(1.7e15, 1.7000000000000002e15, 1));
    return new Segment(name, 3, 0, "a", "ключ\uD83D\uDE00", List.of(jsonl, sqlite), bounds);
  }

  private static DraftCommit draft(
      Operation operation, String run, String token, List<Change> changes, List<DataFile> audit) {
    return new DraftCommit(
        operation,
        run,
        token,
        "ef".repeat(32),
        changes,
        Optional.empty(),
        audit,
        new Counts(4, 1, 3, 1, 0, 3, 2_000, 9_782),
        new TreeMap<>(Map.of("field.required", 1L)),
        new TreeMap<>(Map.of("score-is-round", 2L)),
        List.of(new InputFile("data/a.jsonl", 2_000, "v1"), new InputFile("-", -1, "")),
        new TreeMap<>(Map.of("job", "ingest")));
  }
}
