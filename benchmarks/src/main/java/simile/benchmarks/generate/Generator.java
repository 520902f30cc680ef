package simile.benchmarks.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes analogies as JSON lines of about 530 bytes: {@code records} lines, {@link
 * IdNumbers#distinct} ids. The same seed and total give the same bytes on every machine, whatever
 * the number of threads.
 */
public final class Generator {
  /** The input of every published figure. */
  public static final long SEED = 20_260_101L;

  private static final int CHUNK = 10_000;
  private static final int CHUNK_BYTES = CHUNK * 560;

  private final long seed;
  private final long records;
  private final int threads;
  private final IdNumbers ids;

  public Generator(long seed, long records, int threads) {
    this.seed = seed;
    this.records = records;
    this.threads = threads;
    this.ids = new IdNumbers(records);
  }

  /** Writes the whole input. The stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<ByteText> free = new ArrayDeque<>();
      Deque<Future<ByteText>> pending = new ArrayDeque<>();
      for (long first = 0; first < records || !pending.isEmpty(); first += CHUNK) {
        if (first < records) {
          ByteText text = free.isEmpty() ? new ByteText(CHUNK_BYTES) : free.pop();
          long start = first;
          pending.add(pool.submit(() -> chunk(start, text)));
        }
        if (pending.size() > threads || first >= records) {
          ByteText text = done(pending.remove());
          out.write(text.bytes(), 0, text.length());
          free.push(text);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private ByteText chunk(long first, ByteText text) {
    AnalogyText analogies = new AnalogyText(seed, ids);
    text.clear();
    long end = Math.min(records, first + CHUNK);
    for (long i = first; i < end; i++) {
      analogies.write(i, text);
    }
    return text;
  }

  private static ByteText done(Future<ByteText> chunk) throws IOException {
    try {
      return chunk.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chunk of records could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while records were made", e);
    }
  }
}
