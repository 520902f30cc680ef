package simile.benchmarks.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads that work at once: what "on two cores" means for all contestants. */
final class TwoThreads implements AutoCloseable {
  static final int THREADS = 2;

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  /** Runs all. @return the sum of their answers */
  Answer sum(List<? extends Callable<Answer>> parts) throws Exception {
    List<Future<Answer>> running = new ArrayList<>();
    parts.forEach(part -> running.add(pool.submit(part)));
    Answer sum = Answer.NONE;
    for (Future<Answer> part : running) {
      sum = sum.plus(part.get());
    }
    return sum;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
