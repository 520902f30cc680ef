package simile.benchmarks.plain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import simile.benchmarks.plain.Stages.Moment;
import simile.benchmarks.plain.Stages.Stage;

/** Makes files durable in the background, so that the disk works while the processors do. */
final class Flusher implements Closeable {
  private final ExecutorService pool;
  private final Stages stages;
  private final List<Future<?>> pending = new ArrayList<>();

  Flusher(int threads, Stages stages) {
    this.pool = Executors.newFixedThreadPool(threads);
    this.stages = stages;
  }

  /** Flushes and closes the channel, some time before {@link #await} returns. */
  synchronized void flush(FileChannel channel) {
    pending.add(
        pool.submit(
            () -> {
              Moment start = stages.now();
              try (channel) {
                channel.force(true);
              }
              stages.add(Stage.FSYNC, start);
              return null;
            }));
  }

  void flush(Path file) throws IOException {
    flush(FileChannel.open(file, StandardOpenOption.READ));
  }

  /** Returns when everything so far is durable. */
  synchronized void await() throws IOException {
    Moment start = stages.now();
    for (Future<?> flush : pending) {
      try {
        flush.get();
      } catch (ExecutionException e) {
        throw new IOException("a file could not be made durable", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while files were made durable", e);
      }
    }
    pending.clear();
    stages.add(Stage.FSYNC_WAIT, start);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
