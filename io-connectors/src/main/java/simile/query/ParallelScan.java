package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import simile.merge.KeyMerge;
import simile.merge.SegmentSources;
import simile.record.IdRange;

/**
 * The answers among all rows, by id, looked for by several threads: each takes the next range of
 * ids, merges it and fetches its rows. A failure is thrown where its rows would have come.
 */
final class ParallelScan implements Rows {
  private static final int BATCH_ROWS = 256;
  private static final long BATCH_BYTES = 1 << 18;

  private final SegmentSources sources;
  private final List<IdRange> ranges;
  private final StretchSize size;
  private final Handover handover;
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<IOException> notClosed = new ConcurrentLinkedQueue<>();
  private List<Row> batch = List.of();
  private int next;

  /**
   * @param sources closed with this
   * @param ranges hold every id once, in order
   * @param looks makes what a thread fetches rows with
   * @param size what a thread takes on at once
   */
  ParallelScan(
      SegmentSources sources,
      List<IdRange> ranges,
      int threadCount,
      Supplier<RowLook> looks,
      StretchSize size) {
    this.sources = sources;
    this.ranges = ranges;
    this.size = size;
    this.handover = new Handover(ranges.size());
    for (int t = 0; t < threadCount; t++) {
      Thread thread = new Thread(() -> work(looks.get()), "simile-query-" + t);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  @Override
  public Optional<Row> next() throws IOException {
    if (next == batch.size()) {
      batch = handover.take();
      next = 0;
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(batch.get(next++));
  }

  @Override
  public void close() throws IOException {
    handover.close();
    try (Closeable closed = sources) {
      boolean interrupted = false;
      for (Thread thread : threads) {
        interrupted |= !join(thread);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (!notClosed.isEmpty()) {
        throw notClosed.remove();
      }
    }
  }

  /** Threads close what they opened, so they are waited for, also by one who was interrupted. */
  private static boolean join(Thread thread) {
    boolean undisturbed = true;
    while (true) {
      try {
        thread.join();
        return undisturbed;
      } catch (InterruptedException e) {
        undisturbed = false;
      }
    }
  }

  private void work(RowLook look) {
    int range = handover.claim();
    try {
      while (range >= 0) {
        read(range, look);
        range = handover.claim();
      }
    } catch (Throwable e) { // whatever it is, the one who waits for the rows must hear of it
      handover.fail(range, e);
    }
    try {
      look.close();
    } catch (IOException e) {
      notClosed.add(e);
    }
  }

  private void read(int range, RowLook look) throws IOException, InterruptedException {
    KeyMerge merge = KeyMerge.of(sources.list(), ranges.get(range));
    Rows found = new IdScan(merge, look, size, () -> {});
    List<Row> rows = new ArrayList<>();
    long bytes = 0;
    for (Optional<Row> row = found.next(); row.isPresent(); row = found.next()) {
      rows.add(row.get());
      bytes += row.get().utf8().length;
      if (rows.size() >= BATCH_ROWS || bytes >= BATCH_BYTES) {
        if (!handover.put(range, new Handover.Batch(rows, bytes))) {
          return;
        }
        rows = new ArrayList<>(BATCH_ROWS);
        bytes = 0;
      }
    }
    if (rows.isEmpty() || handover.put(range, new Handover.Batch(rows, bytes))) {
      handover.finish(range);
    }
  }
}
