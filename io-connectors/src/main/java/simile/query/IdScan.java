package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import simile.merge.ExtentReader;
import simile.merge.KeyMerge;
import simile.merge.LiveRows;

/**
 * The answers among the rows of a merge, by id. Of one stretch of ids after the other the key files
 * tell which rows are alive; then each file is read from front to back, and the answers are held
 * until their turn comes. Where they are more than may be held, fewer rows are looked at at once.
 *
 * <p>What is wrong with a row is thrown where the row would have come.
 */
final class IdScan implements Rows {
  private static final byte[] NO_ANSWER = new byte[0];

  private final KeyMerge merge;
  private final RowLook look;
  private final LiveRows live;
  private final StretchSize size;
  private final Closeable sources;
  private int rows;
  private int filled;

  /** Of the ranks from {@link #from} to {@link #to}, which were looked at last, the answers. */
  private byte[][] held = new byte[0][];

  private int from;
  private int at;
  private int to;
  private int failedAt;
  private Optional<IOException> failure = Optional.empty();

  /** How much of the bytes that were looked at were answers. */
  private double share;

  /**
   * @param sources closed with this
   */
  IdScan(KeyMerge merge, RowLook look, StretchSize size, Closeable sources) {
    this.merge = merge;
    this.look = look;
    this.live = look.live();
    this.size = size;
    this.sources = sources;
    this.rows = size.firstRows();
    this.share = look.takesAll() ? 1 : 0;
  }

  @Override
  public Optional<Row> next() throws IOException {
    do {
      while (at < to) {
        if (failure.isPresent() && at == failedAt) {
          throw failure.get();
        }
        byte[] json = held[at - from];
        held[at - from] = NO_ANSWER;
        int rank = at++;
        if (json.length > 0) {
          return Optional.of(look.row(rank, json));
        }
      }
    } while (lookAtMore());
    return Optional.empty();
  }

  /** Looks at the rows that follow. @return false if there are none */
  private boolean lookAtMore() throws IOException {
    if (to == filled) {
      to = 0;
      filled = 0;
      if (!live.fill(merge, look.seen()::mayMatch, rows)) {
        return false;
      }
      filled = live.size();
      rows = size.after(rows);
    }
    from = to;
    at = to;
    int end = expectedToFit();
    while (!hold(end)) {
      end = from + (end - from) / 2;
    }
    to = end;
    for (int rank = from; rank < failedAt; rank++) {
      look.seen().saw(live.file(rank), held[rank - from].length > 0);
    }
    return true;
  }

  private int expectedToFit() {
    double bytes = share * live.length(from);
    int end = from + 1;
    while (end < filled && bytes + share * live.length(end) <= size.heldBytes()) {
      bytes += share * live.length(end++);
    }
    return end;
  }

  /** Looks at rows up to a rank. @return false if their answers are too many */
  private boolean hold(int end) {
    held = held.length < end - from ? new byte[end - from][] : held;
    Arrays.fill(held, 0, end - from, NO_ANSWER);
    failure = Optional.empty();
    failedAt = end;
    long looked = 0;
    long answers = 0;
    ExtentReader extents = look.extents();
    extents.begin(live, from, end);
    while (extents.next()) {
      int rank = extents.rank();
      if (rank < failedAt) {
        looked += live.length(rank);
        answers += lookAt(rank);
        if (answers > size.heldBytes() && end - from > 1) {
          return false;
        }
      }
    }
    share = (double) answers / Math.max(1, looked);
    return true;
  }

  /** Looks at the row that the extents are at. @return the bytes of the answer */
  private int lookAt(int rank) {
    try {
      Optional<byte[]> json = look.answer();
      held[rank - from] = json.orElse(NO_ANSWER);
    } catch (IOException e) {
      failure = Optional.of(e);
      failedAt = rank;
    }
    return held[rank - from].length;
  }

  @Override
  public void close() throws IOException {
    try (Closeable closed = sources) {
      look.close();
    }
  }
}
