package simile.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import simile.query.Row;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.rewrite.RewriteBatch;

/** Takes records apart, many at a time. Vectors are left aside. */
final class BatchedRows {
  private static final int SLAB_BYTES = 1 << 20;

  /** Leaves room for one more row of usual size. */
  private static final int FULL_BYTES = SLAB_BYTES - (1 << 14);

  private final Schema schema;
  private final Set<String> unstored;
  private final Taker taker;
  private RewriteBatch batch;

  /** Takes a batch of records, sorted by id. */
  @FunctionalInterface
  interface Taker {
    void take(RecordBatch batch) throws IOException;
  }

  /**
   * @param unstored fields that are described and not stored
   */
  BatchedRows(Schema schema, Set<String> unstored, Taker taker) {
    this.schema = schema.withDimension(OptionalInt.empty());
    this.unstored = unstored;
    this.taker = taker;
    this.batch = fresh();
  }

  void add(Row row) throws IOException {
    byte[] id = row.id().getBytes(UTF_8);
    batch.add(row.utf8(), 0, row.utf8().length, id, id.length, row.version(), 0);
    if (batch.bytes() >= FULL_BYTES) {
      flush();
    }
  }

  /** Hands over what is left. */
  void flush() throws IOException {
    if (batch.size() > 0) {
      taker.take(batch.build());
      batch = fresh();
    }
  }

  private RewriteBatch fresh() {
    return new RewriteBatch(schema, unstored, SLAB_BYTES);
  }
}
