package simile.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import simile.contract.Contract;
import simile.contract.check.RecordChecker;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.VectorReader;
import simile.record.IdRange;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;

/** Makes batches as the ingest does, and from the segments that these became. */
final class SegmentCopy {
  static final String SUBMITTED_AT = "2026-01-01T00:00:00Z";
  private static final String FOLDER = "contexts/default/c";

  private SegmentCopy() {}

  /** The lines, all of them good, as the ingest has them in memory. */
  static RecordBatch checked(Contract contract, Schema schema, List<String> lines) {
    ByteArrayOutputStream slab = new ByteArrayOutputStream();
    lines.forEach(line -> slab.writeBytes((line + "\n").getBytes(UTF_8)));
    byte[] bytes = slab.toByteArray();
    RecordBatchBuilder batch = RecordBatch.builder(schema, bytes, SUBMITTED_AT);
    RecordChecker checker =
        contract.checker(new simile.contract.check.CheckerOptions(schema.dimension()));
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int end = start + line.getBytes(UTF_8).length;
      boolean accepted =
          checker.check(bytes, start, end, Position.of(3, i), batch, v -> fail(v + " in " + line));
      if (!accepted) {
        fail(line);
      }
      start = end + 1;
    }
    return batch.build();
  }

  static Segment write(StoreFiles files, RecordBatch batch, Compression compression)
      throws IOException {
    return new SegmentWriter(files, FOLDER, new SegmentOptions(compression, true), new Stages())
        .write("segment", batch)
        .orElseThrow();
  }

  /** The segment's rows, in the order of the input, as a rewrite has them in memory. */
  static RecordBatch rewritten(StoreFiles files, Segment segment, Contract contract, Schema schema)
      throws IOException {
    RewriteBatch batch = new RewriteBatch(schema, contract.unstored(), 0);
    try (SegmentSource source = SegmentSource.open(files, new LiveSegment(segment, 1));
        RowReader rows = new RowReader(files);
        VectorReader vectors = new VectorReader(files)) {
      for (Entry entry : entries(source)) {
        byte[] id = entry.id().getBytes(UTF_8);
        if (entry.isDeletion()) {
          batch.addDeletion(id, id.length, 0, entry.position());
          continue;
        }
        byte[] line = rows.read(entry);
        if (entry.vector() < 0) {
          batch.add(line, 0, line.length, id, id.length, 0, entry.position());
        } else {
          float[] vector = vectors.read(source, entry.vector());
          batch.add(line, 0, line.length, id, id.length, 0, entry.position(), vector);
        }
      }
    }
    return batch.build();
  }

  private static List<Entry> entries(SegmentSource source) throws IOException {
    List<Entry> entries = new ArrayList<>();
    KeyMerge merge = KeyMerge.of(List.of(source), IdRange.ALL);
    while (merge.next()) {
      entries.add(merge.entry());
    }
    entries.sort(Comparator.comparingLong(Entry::position));
    return entries;
  }

  private static void fail(String what) {
    throw new AssertionError(what);
  }
}
