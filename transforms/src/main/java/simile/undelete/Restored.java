package simile.undelete;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.merge.Entry;
import simile.merge.RowReader;
import simile.merge.VectorReader;
import simile.record.Position;
import simile.record.Schema;
import simile.rewrite.RewriteBatch;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.segment.write.SegmentWriter;

/** Writes records again, as fresh rows of as few segments as memory allows. */
final class Restored implements Closeable {
  private static final long SEGMENT_BYTES = 64 << 20;
  private static final int FIRST_BYTES = 1 << 16;

  private final StoreFiles files;
  private final Schema schema;
  private final Set<String> unstored;
  private final SegmentWriter writer;
  private final String stem;
  private final String unique;
  private final RowReader rows;
  private final VectorReader vectors;
  private final List<Segment> segments = new ArrayList<>();
  private RewriteBatch batch;
  private long written;

  /**
   * @param stem what the names of the segments begin with: the run's, and the attempt
   * @param unique what they end with, eight hexadecimal digits, by which a vacuum knows them
   */
  Restored(
      StoreFiles files,
      Schema schema,
      Set<String> unstored,
      SegmentWriter writer,
      String stem,
      String unique) {
    this.files = files;
    this.schema = schema;
    this.unstored = unstored;
    this.writer = writer;
    this.stem = stem;
    this.unique = unique;
    this.rows = new RowReader(files);
    this.vectors = new VectorReader(files);
    this.batch = new RewriteBatch(schema, unstored, FIRST_BYTES);
  }

  /**
   * Writes a record.
   *
   * @return false if its files are gone
   * @throws simile.merge.CorruptRowException if it is not what was written once
   */
  boolean add(Entry record) throws IOException {
    byte[] line;
    Optional<float[]> vector;
    try {
      line = rows.read(record);
      vector =
          record.vector() < 0
              ? Optional.empty()
              : Optional.of(vectors.read(record.source(), record.vector()));
    } catch (NoSuchFileException e) {
      return false; // vacuumed
    }
    byte[] id = record.id().getBytes(UTF_8);
    long position = Position.of(0, written++);
    if (vector.isPresent()) {
      batch.add(line, 0, line.length, id, id.length, 0, position, vector.get());
    } else {
      batch.add(line, 0, line.length, id, id.length, 0, position);
    }
    if (batch.bytes() >= SEGMENT_BYTES) {
      flush();
    }
    return true;
  }

  /** The segments, all durable. */
  List<Segment> finish() throws IOException {
    flush();
    return List.copyOf(segments);
  }

  /** Deletes what was written, since nothing will name it. */
  void discard(Exception failure) {
    FailedWrite.discard(
        files,
        segments.stream().flatMap(s -> s.files().stream()).map(DataFile::path).toList(),
        failure);
  }

  private void flush() throws IOException {
    writer
        .write("%s-%02d-%s".formatted(stem, segments.size(), unique), batch.build())
        .ifPresent(segments::add);
    batch = new RewriteBatch(schema, unstored, FIRST_BYTES);
  }

  @Override
  public void close() throws IOException {
    rows.close();
    vectors.close();
  }
}
