package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.keys.KeyCursor;
import simile.keys.KeyIndexes;
import simile.log.Change;
import simile.log.CommitLog;
import simile.log.ContractRef;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSources;
import simile.merge.VectorReader;
import simile.record.IdRange;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.rewrite.RewriteBatch;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;

/** Writes lines to a store as the ingest does, split by split, without runs and runners. */
final class ModelStore {
  static final int DIMENSION = 2;
  private static final String FOLDER = "contexts/default/analogies";

  private final StoreFiles files;
  private final CommitLog log;
  private final Contract contract = BuiltInContracts.find("analogies").orElseThrow();
  private final Schema schema =
      contract.schema().withDimension(java.util.OptionalInt.of(DIMENSION));
  private final RecordChecker checker = contract.checker(CheckerOptions.ofDimension(DIMENSION));
  // So small that indexes come and go.
  private final KeyIndexes indexes = new KeyIndexes(2_000);
  private int runs;

  ModelStore(StoreFiles files) throws IOException {
    this.files = files;
    this.log = CommitLog.open(files);
  }

  Schema schema() {
    return schema;
  }

  StoreFiles files() {
    return files;
  }

  /** Commits the lines of some splits as one version. */
  void commit(List<List<String>> splits, String submittedAt, Compression compression)
      throws IOException {
    String run = "run-" + runs++;
    SegmentWriter writer =
        new SegmentWriter(files, FOLDER, new SegmentOptions(compression, false), new Stages());
    List<Segment> segments = new ArrayList<>();
    for (int s = 0; s < splits.size(); s++) {
      writer.write(run + "-" + s, batch(splits.get(s), s, submittedAt)).ifPresent(segments::add);
    }
    // The log makes no promise about the order of a commit's segments.
    java.util.Collections.reverse(segments);
    append(Operation.INGEST, run, segments, List.of());
  }

  /**
   * Merges some live segments into one, as a compaction does: rows and deletions keep their
   * commits.
   */
  void compact(List<LiveSegment> some) throws IOException {
    String run = "run-" + runs++;
    RewriteBatch batch = new RewriteBatch(schema, Set.of("type"), 1 << 16);
    try (SegmentSources sources = SegmentSources.open(files, some);
        RowReader rows = new RowReader(files);
        VectorReader vectors = new VectorReader(files)) {
      KeyMerge merge = KeyMerge.of(sources.list(), IdRange.ALL);
      while (merge.next()) {
        rewrite(merge, rows, vectors, batch);
      }
    }
    SegmentWriter writer =
        new SegmentWriter(files, FOLDER, new SegmentOptions(Compression.NONE, false), new Stages());
    List<Segment> adds = writer.write(run + "-0", batch.build()).stream().toList();
    append(Operation.COMPACT, run, adds, some.stream().map(s -> s.segment().name()).toList());
  }

  private static void rewrite(
      KeyMerge merge, RowReader rows, VectorReader vectors, RewriteBatch batch) throws IOException {
    KeyCursor at = merge.cursor();
    if (at.isDeletion()) {
      batch.addDeletion(at.idBytes(), at.idLength(), merge.commit(), at.position());
      return;
    }
    rows.locate(merge.source(), at);
    if (at.hasVector()) {
      float[] vector = vectors.read(merge.source(), at.vector());
      batch.add(
          rows.bytes(),
          rows.start(),
          rows.length(),
          at.idBytes(),
          at.idLength(),
          merge.commit(),
          at.position(),
          vector);
    } else {
      batch.add(
          rows.bytes(),
          rows.start(),
          rows.length(),
          at.idBytes(),
          at.idLength(),
          merge.commit(),
          at.position());
    }
  }

  private void append(Operation operation, String run, List<Segment> adds, List<String> removes)
      throws IOException {
    ContractRef ref = new ContractRef(contract.id(), contract.version(), contract.sha256(), "c");
    Change change =
        new Change("default", "analogies", ref, schema, adds, List.of(), removes, List.of());
    log.append(
        new DraftCommit(
            operation,
            run,
            "token-" + run,
            "",
            List.of(change),
            Optional.empty(),
            List.of(),
            Counts.ZERO,
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            new TreeMap<>()));
  }

  QueryRunner at(long version) throws IOException {
    return new QueryRunner(files, schema, live(version), indexes);
  }

  List<LiveSegment> live(long version) throws IOException {
    return log.stateAt(version).collections().values().stream()
        .flatMap(collection -> collection.segments().stream())
        .toList();
  }

  private RecordBatch batch(List<String> lines, int split, String submittedAt) {
    ByteArrayOutputStream slab = new ByteArrayOutputStream();
    lines.forEach(line -> slab.writeBytes((line + "\n").getBytes(UTF_8)));
    byte[] bytes = slab.toByteArray();
    RecordBatchBuilder batch = RecordBatch.builder(schema, bytes, submittedAt);
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      int end = start + lines.get(i).getBytes(UTF_8).length;
      String line = lines.get(i);
      boolean accepted =
          checker.check(
              bytes,
              start,
              end,
              Position.of(split, i),
              batch,
              v -> {
                throw new AssertionError(v + " in " + line);
              });
      if (!accepted) {
        throw new AssertionError(line);
      }
      start = end + 1;
    }
    return batch.build();
  }
}
