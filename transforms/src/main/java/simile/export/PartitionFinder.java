package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simile.jsonl.PartitionFolder;
import simile.query.Row;
import simile.record.RecordBatch;
import simile.record.Schema;

/**
 * Finds the folder that each record belongs to. Folders are named as the store's are: a value that
 * cannot name one, or that is one too many, is in a bucket.
 */
final class PartitionFinder {
  /** Values with a folder of their own, in one part. */
  static final int MAX_VALUES = 10_000;

  private final String field;
  private final Taker taker;
  private final BatchedRows parsed;
  private final List<Row> waiting = new ArrayList<>();
  private final Map<Optional<String>, String> folders = new HashMap<>();

  /** Makes a finder for one part. */
  @FunctionalInterface
  interface Factory {
    PartitionFinder make(Taker taker);
  }

  /** Takes a record and the folder that it belongs to. */
  @FunctionalInterface
  interface Taker {
    void take(String folder, Row row) throws IOException;
  }

  /**
   * @param field a text column of the schema
   */
  PartitionFinder(Schema schema, String field, Taker taker) {
    this.field = field;
    this.taker = taker;
    Schema byField =
        new Schema(
            schema.collection(),
            schema.columns(),
            Optional.of(field),
            schema.indexes(),
            schema.dimension());
    this.parsed = new BatchedRows(byField, Set.of(), this::handOver);
  }

  void add(Row row) throws IOException {
    waiting.add(row);
    parsed.add(row);
  }

  /** Hands over what waits. */
  void flush() throws IOException {
    parsed.flush();
  }

  private void handOver(RecordBatch batch) throws IOException {
    for (int row = 0; row < batch.size(); row++) {
      int value = batch.partition(row);
      Optional<String> text =
          value < 0 ? Optional.empty() : Optional.of(batch.partitionValues().get(value));
      taker.take(folder(text), waiting.get(row));
    }
    waiting.clear();
  }

  private String folder(Optional<String> value) {
    String known = folders.get(value);
    if (known != null) {
      return known;
    }
    if (folders.size() >= MAX_VALUES && value.isPresent()) {
      return PartitionFolder.bucket(value.get());
    }
    String folder = PartitionFolder.of(field, value);
    folders.put(value, folder);
    return folder;
  }
}
