package simile.benchmarks.plain;

import java.util.Arrays;

/** The rows of a range by the bytes of their ids, the latest of each id only. */
final class Order {
  private record Key(long prefix, int row) {}

  private final byte[] bytes;
  private final Rows rows;

  private Order(byte[] bytes, Rows rows) {
    this.bytes = bytes;
    this.rows = rows;
  }

  /**
   * @return row numbers
   */
  static int[] latestById(Slab slab, Rows rows) {
    return new Order(slab.bytes(), rows).latest();
  }

  private int[] latest() {
    int common = commonPrefix();
    Key[] keys = new Key[rows.count()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = new Key(prefix(row, common), row);
    }
    Arrays.sort(keys, this::compare);
    int[] order = new int[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      boolean later = i + 1 < keys.length && compareIds(keys[i], keys[i + 1]) == 0;
      if (!later) {
        order[count++] = keys[i].row;
      }
    }
    return Arrays.copyOf(order, count);
  }

  /** How many bytes all ids start with; comparing begins behind them. */
  private int commonPrefix() {
    int first = start(0);
    int common = end(0) - first;
    for (int row = 1; row < rows.count(); row++) {
      int mismatch = Arrays.mismatch(bytes, first, first + common, bytes, start(row), end(row));
      common = mismatch < 0 ? common : Math.min(common, mismatch);
    }
    return common;
  }

  /** The next eight bytes as an unsigned number, zeros behind the end. */
  private long prefix(int row, int from) {
    long prefix = 0;
    for (int i = 0; i < 8; i++) {
      int at = start(row) + from + i;
      prefix = prefix << 8 | (at < end(row) ? bytes[at] & 0xff : 0);
    }
    return prefix;
  }

  private int compare(Key a, Key b) {
    int byId = compareIds(a, b);
    return byId != 0 ? byId : Integer.compare(a.row, b.row);
  }

  private int compareIds(Key a, Key b) {
    if (a.prefix != b.prefix) {
      return Long.compareUnsigned(a.prefix, b.prefix);
    }
    return Arrays.compareUnsigned(bytes, start(a.row), end(a.row), bytes, start(b.row), end(b.row));
  }

  private int start(int row) {
    return rows.start(row, Field.ID);
  }

  private int end(int row) {
    return rows.end(row, Field.ID);
  }
}
