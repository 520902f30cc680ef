package simile.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.merge.Entry;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.SegmentSources;
import simile.merge.VectorReader;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Live rows that meet a query's criteria, by id. */
final class Scan implements Rows {
  private final Schema schema;
  private final SegmentSources sources;
  private final LiveRows live;
  private final RowFilter filter;
  private final RowReader reader;
  private final Optional<VectorReader> vectors;
  private final Map<SegmentSource, boolean[]> filesThatMatch = new HashMap<>();

  Scan(StoreFiles files, Schema schema, SegmentSources sources, LiveRows live, Query query) {
    this.schema = schema;
    this.sources = sources;
    this.live = live;
    this.filter = new RowFilter(query.criteria());
    this.reader = new RowReader(files);
    this.vectors = query.withEmbeddings() ? Optional.of(new VectorReader(files)) : Optional.empty();
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (true) {
      Optional<Entry> row = live.next();
      if (row.isEmpty()) {
        return Optional.empty();
      }
      if (!mayMatch(row.get())) {
        continue;
      }
      byte[] json = reader.read(row.get());
      if (filter.matches(json)) {
        return Optional.of(Row.of(row.get(), withVector(row.get(), json)));
      }
    }
  }

  @Override
  public void close() throws IOException {
    sources.close();
    reader.close();
    if (vectors.isPresent()) {
      vectors.get().close();
    }
  }

  private byte[] withVector(Entry row, byte[] json) throws IOException {
    return vectors.isPresent() && row.vector() >= 0 ? vectors.get().putBack(row, json) : json;
  }

  private boolean mayMatch(Entry row) {
    return filesThatMatch.computeIfAbsent(row.source(), this::matchFiles)[row.file()];
  }

  private boolean[] matchFiles(SegmentSource source) {
    Map<String, DataFile> byPath = new HashMap<>();
    source.segment().files(FileKind.JSONL).forEach(f -> byPath.put(f.path(), f));
    boolean segmentMay = filter.mayMatch(source.segment());
    boolean[] may = new boolean[source.keys().files().size()];
    for (int f = 0; f < may.length; f++) {
      DataFile file = byPath.get(source.keys().files().get(f));
      may[f] = segmentMay && (file == null || filter.mayMatch(file, schema.partitionBy()));
    }
    return may;
  }
}
