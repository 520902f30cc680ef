package simile.delete;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/** Collects deletions, to become a segment. */
final class Tombstones {
  /** So many make a segment: about 30 MiB of memory with ids of 60 bytes. */
  static final int MOST = 1 << 18;

  private static final long MOST_ID_BYTES = 32 << 20;

  private final RecordBatchBuilder batch;
  private long idBytes;

  Tombstones(String collection) {
    // A deletion has no value in any other column, so that there need be none.
    List<Column> id = List.of(new Column(Schema.ID, ColumnType.TEXT, false, false));
    Schema schema = new Schema(collection, id, Optional.empty(), List.of(), OptionalInt.empty());
    this.batch = RecordBatch.builder(schema, new byte[0], "");
  }

  /**
   * Adds a deletion.
   *
   * @param commit the version whose rows and those before it are hidden; 0 for all that is older
   *     than the commit of the segment
   */
  void add(String id, long commit, long position) {
    byte[] utf8 = id.getBytes(UTF_8);
    idBytes += utf8.length;
    batch.startRow(0, 0, position).id(utf8, 0, utf8.length, true).commit(commit).deletion();
    batch.endRow();
  }

  boolean isFull() {
    return batch.size() >= MOST || idBytes >= MOST_ID_BYTES;
  }

  RecordBatch batch() {
    return batch.build();
  }
}
