package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.keys.KeyCursor;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.SoundFiles;
import simile.merge.VectorReader;
import simile.record.Schema;

/**
 * Fetches rows that are alive and decides whether they are answers. A row is fetched only if its
 * file may hold one, and copied only if it is one. Not for several threads.
 */
final class RowLook implements Closeable {
  private final Optional<String> partitionBy;
  private final RowFilter filter;
  private final RowReader reader;
  private final Optional<VectorReader> vectors;
  private final boolean vectorsBeside;
  private final Map<SegmentSource, SourceScan> scans = new HashMap<>();

  RowLook(StoreFiles files, SoundFiles sound, Schema schema, Query query, RowReader.Budget budget) {
    this.partitionBy = schema.partitionBy();
    this.filter = new RowFilter(query.criteria());
    this.reader = new RowReader(files, budget);
    this.vectors =
        query.withEmbeddings() || query.withVectors()
            ? Optional.of(new VectorReader(files, sound))
            : Optional.empty();
    this.vectorsBeside = query.withVectors();
  }

  /** The current row of a merge, if it is an answer. */
  Optional<Row> at(KeyMerge merge) throws IOException {
    KeyCursor cursor = merge.cursor();
    SourceScan scan = scan(merge.source());
    if (!scan.mayMatch(cursor.file())) {
      return Optional.empty();
    }
    scan.looked(cursor.file());
    reader.locate(merge.source(), cursor);
    int start = reader.start();
    if (!filter.matches(reader.bytes(), start, reader.length())) {
      return Optional.empty();
    }
    scan.matched(cursor.file());
    byte[] json = Arrays.copyOfRange(reader.bytes(), start, start + reader.length());
    return Optional.of(
        vectors.isPresent() && cursor.hasVector()
            ? withVector(merge.entry(), json)
            : new Row(cursor.id(), merge.commit(), json));
  }

  /** The row of an entry, if it is an answer. */
  Optional<Row> of(Entry entry) throws IOException {
    SourceScan scan = scan(entry.source());
    if (!scan.mayMatch(entry.file())) {
      return Optional.empty();
    }
    scan.looked(entry.file());
    byte[] json = reader.read(entry);
    if (!filter.matches(json, 0, json.length)) {
      return Optional.empty();
    }
    scan.matched(entry.file());
    return Optional.of(
        vectors.isPresent() && entry.vector() >= 0
            ? withVector(entry, json)
            : new Row(entry.id(), entry.commit(), json));
  }

  private Row withVector(Entry entry, byte[] json) throws IOException {
    float[] vector = vectors.orElseThrow().read(entry.source(), entry.vector());
    return vectorsBeside
        ? new Row(entry.id(), entry.commit(), json, Optional.of(vector))
        : new Row(entry.id(), entry.commit(), VectorReader.putBack(vector, json));
  }

  /** What was seen of a segment. */
  SourceScan scan(SegmentSource source) {
    SourceScan known = scans.get(source);
    if (known == null) {
      known = new SourceScan(source, filter, partitionBy);
      scans.put(source, known);
    }
    return known;
  }

  /** How much of a JSONL file was read. */
  long bytesRead(String path) {
    return reader.bytesRead(path);
  }

  @Override
  public void close() throws IOException {
    try (RowReader closed = reader) {
      if (vectors.isPresent()) {
        vectors.get().close();
      }
    }
  }
}
