package simile.record;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a batch that stay, sorted by id (as unsigned UTF-8 bytes, which is SQLite's {@code
 * BINARY} order): of rows with one id the last of the input.
 */
public final class SortedRows {
  private final int[] rows;
  private final int records;

  private SortedRows(int[] rows, int records) {
    this.rows = rows;
    this.records = records;
  }

  public static SortedRows of(RecordBatch batch) {
    int[] order = new Sorter(batch).sort();
    int kept = 0;
    int records = 0;
    for (int i = 0; i < order.length; i++) {
      boolean last = i + 1 == order.length || compareIds(batch, order[i], order[i + 1]) != 0;
      if (last) {
        records += batch.isDeletion(order[i]) ? 0 : 1;
        order[kept++] = order[i];
      }
    }
    return new SortedRows(Arrays.copyOf(order, kept), records);
  }

  /** Those of the rows that have one of these ranks. */
  public SortedRows keep(RecordBatch batch, BitSet ranks) {
    int[] kept = ranks.stream().map(rank -> rows[rank]).toArray();
    int keptRecords = (int) Arrays.stream(kept).filter(row -> !batch.isDeletion(row)).count();
    return new SortedRows(kept, keptRecords);
  }

  /** Rows that stay, deletions included. */
  public int size() {
    return rows.length;
  }

  /** The batch's row at a rank. */
  public int row(int rank) {
    return rows[rank];
  }

  /** How many of the rows are records, not deletions. */
  public int records() {
    return records;
  }

  private static int compareIds(RecordBatch batch, int a, int b) {
    return Arrays.compareUnsigned(
        batch.ids(),
        batch.idStart(a),
        batch.idEnd(a),
        batch.ids(),
        batch.idStart(b),
        batch.idEnd(b));
  }

  /** A merge sort of row numbers: stable, so that rows with one id keep the order of the input. */
  private static final class Sorter {
    private static final int RUN = 16;
    private final RecordBatch batch;
    private int[] from;
    private int[] to;

    Sorter(RecordBatch batch) {
      this.batch = batch;
      this.from = new int[batch.size()];
      this.to = new int[batch.size()];
      Arrays.setAll(from, i -> i);
    }

    int[] sort() {
      int n = from.length;
      for (int start = 0; start < n; start += RUN) {
        insertionSort(start, Math.min(n, start + RUN));
      }
      for (int width = RUN; width < n; width *= 2) {
        for (int start = 0; start < n; start += 2 * width) {
          merge(start, Math.min(n, start + width), Math.min(n, start + 2 * width));
        }
        int[] swap = from;
        from = to;
        to = swap;
      }
      return from;
    }

    private void insertionSort(int start, int end) {
      for (int i = start + 1; i < end; i++) {
        int row = from[i];
        int j = i - 1;
        while (j >= start && compareIds(batch, from[j], row) > 0) {
          from[j + 1] = from[j--];
        }
        from[j + 1] = row;
      }
    }

    private void merge(int start, int middle, int end) {
      if (middle == end || compareIds(batch, from[middle - 1], from[middle]) <= 0) {
        System.arraycopy(from, start, to, start, end - start);
        return;
      }
      int left = start;
      int right = middle;
      for (int i = start; i < end; i++) {
        boolean takeLeft =
            right == end || (left < middle && compareIds(batch, from[left], from[right]) <= 0);
        to[i] = takeLeft ? from[left++] : from[right++];
      }
    }
  }
}
