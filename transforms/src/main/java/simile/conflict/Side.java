package simile.conflict;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import simile.jsonl.RowBytes;
import simile.merge.Entry;
import simile.merge.LiveRows;
import simile.record.RecordBatch;

/**
 * One of the two records of a conflict: its bytes, and its vector, which is read when asked for.
 */
final class Side {
  private final byte[] json;
  private final VectorReader reader;
  private Optional<Optional<float[]>> vector = Optional.empty();

  private interface VectorReader {
    Optional<float[]> read() throws IOException;
  }

  private Side(byte[] json, VectorReader reader) {
    this.json = json;
    this.reader = reader;
  }

  /** A row as it would be stored. */
  static Side incoming(RecordBatch batch, int row, RowBytes lines) {
    return new Side(lines.copy(row), () -> vector(batch, row));
  }

  static Side stored(LiveRows live, Entry entry) throws IOException {
    return new Side(live.json(entry), () -> live.vector(entry));
  }

  byte[] json() {
    return json;
  }

  Optional<float[]> vector() throws IOException {
    if (vector.isEmpty()) {
      vector = Optional.of(reader.read());
    }
    return vector.get();
  }

  Optional<Instant> time() throws IOException {
    return RecordTimes.of(json);
  }

  /** Whether both say the same, byte by byte and number by number. */
  boolean isSameAs(Side other) throws IOException {
    return Arrays.equals(json, other.json)
        && Arrays.equals(vector().orElse(new float[0]), other.vector().orElse(new float[0]));
  }

  private static Optional<float[]> vector(RecordBatch batch, int row) {
    if (!batch.hasVector(row)) {
      return Optional.empty();
    }
    int start = batch.vectorOffset(row);
    int dimension = batch.schema().dimension().orElseThrow();
    return Optional.of(Arrays.copyOfRange(batch.vectors(), start, start + dimension));
  }
}
