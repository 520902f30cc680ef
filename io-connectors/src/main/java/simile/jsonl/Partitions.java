package simile.jsonl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.record.RecordBatch;
import simile.record.SortedRows;

/** The records of a batch grouped by the folder that they go to, by id within a folder. */
final class Partitions {
  private final List<Optional<String>> folders = new ArrayList<>();
  private final List<Optional<String>> values = new ArrayList<>();
  private final int[] begin;
  private final int[] ranks;

  private Partitions(RecordBatch batch, SortedRows rows, int maxValues) {
    int[] folderOfValue = foldersOfValues(batch, rows, maxValues);
    begin = new int[folders.size() + 1];
    ranks = new int[rows.records()];
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (!batch.isDeletion(row)) {
        begin[folderOfValue[batch.partition(row) + 1] + 1]++;
      }
    }
    for (int f = 0; f < folders.size(); f++) {
      begin[f + 1] += begin[f];
    }
    int[] next = begin.clone();
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (!batch.isDeletion(row)) {
        ranks[next[folderOfValue[batch.partition(row) + 1]]++] = rank;
      }
    }
  }

  static Partitions of(RecordBatch batch, SortedRows rows, int maxValues) {
    return new Partitions(batch, rows, maxValues);
  }

  int count() {
    return folders.size();
  }

  /** The folder below {@code jsonl/}; empty where the collection is not partitioned. */
  Optional<String> folder(int partition) {
    return folders.get(partition);
  }

  /**
   * The one value of all rows; empty for a bucket, for null and where the collection is not
   * partitioned.
   */
  Optional<String> value(int partition) {
    return values.get(partition);
  }

  int begin(int partition) {
    return begin[partition];
  }

  int end(int partition) {
    return begin[partition + 1];
  }

  int rank(int i) {
    return ranks[i];
  }

  /**
   * By value + 1 (0 is for rows without a value), the index of the folder; only values of rows that
   * stay get one.
   */
  private int[] foldersOfValues(RecordBatch batch, SortedRows rows, int maxValues) {
    int[] folderOfValue = new int[batch.partitionValues().size() + 1];
    boolean[] used = new boolean[folderOfValue.length];
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      used[batch.partition(row) + 1] |= !batch.isDeletion(row);
    }
    Map<Optional<String>, Integer> known = new HashMap<>();
    int own = 0;
    for (int v = 0; v < used.length; v++) {
      if (!used[v]) {
        continue;
      }
      Optional<String> value =
          v == 0 ? Optional.empty() : Optional.of(batch.partitionValues().get(v - 1));
      Optional<String> folder = folderOf(batch, value, own >= maxValues);
      boolean isBucket = folder.map(PartitionFolder::isBucket).orElse(false);
      own += isBucket ? 0 : 1;
      folderOfValue[v] =
          known.computeIfAbsent(
              folder,
              f -> {
                folders.add(f);
                values.add(isBucket ? Optional.empty() : value);
                return folders.size() - 1;
              });
    }
    return folderOfValue;
  }

  private static Optional<String> folderOf(
      RecordBatch batch, Optional<String> value, boolean full) {
    return batch
        .schema()
        .partitionBy()
        .map(
            key ->
                full && value.isPresent()
                    ? PartitionFolder.bucket(value.get())
                    : PartitionFolder.of(key, value));
  }
}
