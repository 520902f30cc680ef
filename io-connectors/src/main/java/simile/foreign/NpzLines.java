package simile.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import simile.jsonl.EmbeddingMember;
import simile.jsonl.LineBuffer;
import simile.jsonl.LineFault;
import simile.jsonl.LineSource;
import simile.merge.Entry;
import simile.merge.LiveRecords;
import simile.npz.NpzReader;
import simile.record.Utf8Order;

/**
 * Vectors by id as lines: each id's live record again, with its vector. An id that has none is a
 * line that is rejected.
 */
final class NpzLines implements LineSource {
  /** So many records are looked up and held together. */
  private static final int CHUNK_ROWS = 2048;

  private final LocalFile local;
  private final NpzReader npz;
  private final StoredRecords records;
  private List<Row> chunk = List.of();
  private int nextOfChunk;
  private int nextRow;

  /** An id and its record; empty if it has none. */
  private record Row(int row, String id, Optional<byte[]> record) {}

  /**
   * @param local closed with this
   * @param records the records that ids have
   */
  NpzLines(LocalFile local, NpzReader npz, StoredRecords records) {
    this.local = local;
    this.npz = npz;
    this.records = records;
  }

  @Override
  public boolean next(LineBuffer into) throws IOException {
    if (nextOfChunk == chunk.size() && !readChunk()) {
      return false;
    }
    Row row = chunk.get(nextOfChunk++);
    float[] vector = new float[npz.dimension()];
    npz.vector(row.row(), vector);
    if (row.record().isEmpty()) {
      into.reject(noRecord(row.id()));
    }
    EmbeddingMember.write(row.record().orElseGet(() -> bare(row.id())), vector, into);
    return true;
  }

  private boolean readChunk() throws IOException {
    int count = Math.min(CHUNK_ROWS, npz.count() - nextRow);
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new Row(nextRow, npz.id(nextRow), Optional.empty()));
      nextRow++;
    }
    chunk = count == 0 ? rows : withRecords(rows);
    nextOfChunk = 0;
    return count > 0;
  }

  /** Looks them up in the order of their ids, and gives them in the order of the file. */
  private List<Row> withRecords(List<Row> rows) throws IOException {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort((a, b) -> Utf8Order.compare(a.id(), b.id()));
    try (LiveRecords live = records.open(sorted.get(0).id(), sorted.get(sorted.size() - 1).id())) {
      for (int i = 0; i < sorted.size(); i++) {
        Row row = sorted.get(i);
        Optional<Entry> entry = live.find(row.id());
        if (entry.isPresent()) {
          sorted.set(i, new Row(row.row(), row.id(), Optional.of(live.json(entry.get()))));
        }
      }
    }
    sorted.sort(Comparator.comparingInt(Row::row));
    return sorted;
  }

  private static byte[] bare(String id) {
    return ("{\"id\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + "\"}")
        .getBytes(UTF_8);
  }

  private static LineFault noRecord(String id) {
    return new LineFault(
        LineFault.NO_RECORD,
        "/id",
        "the id of a record that the collection has",
        id,
        "import the record first, or give the file with --embeddings where its records are imported");
  }

  @Override
  public void close() throws IOException {
    npz.close();
    local.close();
  }
}
