package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFiles;
import simile.merge.Entry;
import simile.merge.ExtentReader;
import simile.merge.LiveRows;
import simile.merge.RowFiles;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.merge.SoundFiles;
import simile.merge.VectorReader;
import simile.record.Schema;

/**
 * What fetches rows that are alive and decides whether they are answers. A row is fetched only if
 * its file may hold one, and copied only if it is one. Not for several threads.
 */
final class RowLook implements Closeable {
  private static final long NO_VECTOR = -1;

  private final RowFilter filter;
  private final RowFiles files;
  private final FilesSeen seen;
  private final RowReader reader;
  private final LiveRows live;
  private final ExtentReader extents;
  private final Optional<VectorReader> vectors;
  private final boolean vectorsBeside;

  RowLook(
      StoreFiles store,
      SoundFiles sound,
      List<SegmentSource> sources,
      Schema schema,
      Query query,
      RowReader.Budget budget) {
    this.filter = new RowFilter(query.criteria());
    this.files = new RowFiles(sources);
    this.seen = new FilesSeen(files, filter, schema.partitionBy());
    this.reader = new RowReader(store, budget);
    this.live = new LiveRows(files);
    this.extents = new ExtentReader(files, reader);
    this.vectors =
        query.withEmbeddings() || query.withVectors()
            ? Optional.of(new VectorReader(sound))
            : Optional.empty();
    this.vectorsBeside = query.withVectors();
  }

  /** Room for the live rows of a stretch of ids. */
  LiveRows live() {
    return live;
  }

  ExtentReader extents() {
    return extents;
  }

  RowFiles files() {
    return files;
  }

  FilesSeen seen() {
    return seen;
  }

  /** Whether each row of a file that may hold answers is one. */
  boolean takesAll() {
    return filter.takesAll();
  }

  /** The bytes of the row that the extents are at, if it is an answer. */
  Optional<byte[]> answer() throws IOException {
    extents.locate();
    int start = extents.start();
    int length = extents.length();
    return filter.matches(extents.bytes(), start, length)
        ? Optional.of(Arrays.copyOfRange(extents.bytes(), start, start + length))
        : Optional.empty();
  }

  /** The row of a rank. */
  Row row(int rank, byte[] json) throws IOException {
    long vector = vectors.isPresent() ? live.vector(rank) : NO_VECTOR;
    return row(live.id(rank), live.commit(rank), json, live.source(rank), vector);
  }

  /** The row of an entry, if it is an answer. */
  Optional<Row> of(Entry entry) throws IOException {
    int file = files.number(entry.source(), entry.file());
    if (!seen.mayMatch(file)) {
      return Optional.empty();
    }
    byte[] json = reader.read(entry);
    boolean isAnswer = filter.matches(json, 0, json.length);
    seen.saw(file, isAnswer);
    if (!isAnswer) {
      return Optional.empty();
    }
    long vector = vectors.isPresent() ? entry.vector() : NO_VECTOR;
    return Optional.of(row(entry.id(), entry.commit(), json, entry.source(), vector));
  }

  private Row row(String id, long version, byte[] json, SegmentSource source, long vector)
      throws IOException {
    if (vector < 0) {
      return new Row(id, version, json);
    }
    float[] values = vectors.orElseThrow().read(source, vector);
    return vectorsBeside
        ? new Row(id, version, json, Optional.of(values))
        : new Row(id, version, VectorReader.putBack(values, json));
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
