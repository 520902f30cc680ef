package simile.query;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands rows over from threads that read ranges of ids to the one that wants them in order. It
 * holds about {@value #MAX_BYTES} bytes at most: then it makes the threads wait, but never the one
 * whose range is wanted now.
 */
final class Handover {
  private static final long MAX_BYTES = 32L << 20;

  private final List<ArrayDeque<Batch>> ranges = new ArrayList<>();
  private final boolean[] finished;
  private int claimed;
  private int wanted;
  private long bytes;
  private boolean closed;
  private Optional<Throwable> failure = Optional.empty();
  private int failedRange = Integer.MAX_VALUE;

  /** Rows that follow each other. */
  record Batch(List<Row> rows, long bytes) {}

  /**
   * @param count how many ranges there are
   */
  Handover(int count) {
    for (int r = 0; r < count; r++) {
      ranges.add(new ArrayDeque<>());
    }
    finished = new boolean[count];
  }

  /** Gives a thread the next range to read, or -1 if it should end. */
  synchronized int claim() {
    return closed || failure.isPresent() || claimed == ranges.size() ? -1 : claimed++;
  }

  /** Takes rows of a range, once there is room. @return false if nobody wants them any more */
  synchronized boolean put(int range, Batch batch) throws InterruptedException {
    while (!closed && bytes >= MAX_BYTES && !(range == wanted && ranges.get(range).isEmpty())) {
      wait();
    }
    if (closed) {
      return false;
    }
    ranges.get(range).add(batch);
    bytes += batch.bytes();
    notifyAll();
    return true;
  }

  synchronized void finish(int range) {
    finished[range] = true;
    notifyAll();
  }

  /** A range cannot be read to its end. Rows before it are still handed over. */
  synchronized void fail(int range, Throwable why) {
    if (range < failedRange) {
      failedRange = range;
      failure = Optional.of(why);
    }
    notifyAll();
  }

  /**
   * The next rows in order; none at the end.
   *
   * @throws IOException what stopped a thread, once its range is wanted
   */
  List<Row> take() throws IOException {
    try {
      return await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for rows");
    }
  }

  private synchronized List<Row> await() throws IOException, InterruptedException {
    while (wanted < ranges.size()) {
      ArrayDeque<Batch> range = ranges.get(wanted);
      if (!range.isEmpty()) {
        Batch batch = range.remove();
        bytes -= batch.bytes();
        notifyAll();
        return batch.rows();
      }
      if (finished[wanted]) {
        wanted++;
        notifyAll();
      } else if (wanted == failedRange) {
        throw rethrown(failure.orElseThrow());
      } else {
        wait();
      }
    }
    return List.of();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static IOException rethrown(Throwable why) throws IOException {
    if (why instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (why instanceof Error error) {
      throw error;
    }
    throw why instanceof IOException io ? io : new IOException(why);
  }
}
