package simile.sqlite;

import java.util.Arrays;

/** Sorts rows as an index does: by its columns, then by id. NULL comes first. */
final class IndexOrder {
  private final RowValues values;
  private final int[] columns;
  private final int[] rows;

  /**
   * @param rows sorted by id
   */
  IndexOrder(RowValues values, int[] columns, int[] rows) {
    this.values = values;
    this.columns = columns;
    this.rows = rows;
  }

  /** The rows in the order of the index. */
  int[] sorted() {
    // Numbers stand for the values; a stable sort by the last column first keeps the ids' order.
    int[] order = rows.clone();
    for (int i = columns.length - 1; i >= 0; i--) {
      order = sortedBy(columns[i], order);
    }
    return order;
  }

  private int[] sortedBy(int column, int[] order) {
    int n = order.length;
    Entry[] entries = new Entry[n];
    boolean number = values.isNumber(column);
    for (int i = 0; i < n; i++) {
      entries[i] = entry(order[i], column, number);
    }
    Arrays.sort(entries);
    int[] sorted = new int[n];
    for (int i = 0; i < n; i++) {
      sorted[i] = entries[i].row();
    }
    return sorted;
  }

  private Entry entry(int row, int column, boolean number) {
    if (values.isAbsent(row, column)) {
      return new Entry(row, false, 0, Entry.NO_TEXT);
    }
    if (number) {
      return new Entry(row, true, values.order(row, column), Entry.NO_TEXT);
    }
    byte[] text = values.text(row, column);
    return new Entry(row, true, prefix(text), text);
  }

  /** The first eight bytes, ordered as a signed number. */
  private static long prefix(byte[] text) {
    long prefix = 0;
    for (int i = 0; i < 8; i++) {
      prefix = prefix << 8 | (i < text.length ? text[i] & 0xff : 0);
    }
    return prefix ^ Long.MIN_VALUE;
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared, never looked up.
  private record Entry(int row, boolean present, long prefix, byte[] text)
      implements Comparable<Entry> {
    private static final byte[] NO_TEXT = {};

    @Override
    public int compareTo(Entry other) {
      if (present != other.present) {
        return present ? 1 : -1;
      }
      int byPrefix = Long.compare(prefix, other.prefix);
      return byPrefix != 0 ? byPrefix : Arrays.compareUnsigned(text, other.text);
    }
  }
}
