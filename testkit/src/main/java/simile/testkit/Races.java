package simile.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs tasks that start together. */
public final class Races {
  private Races() {}

  /** The results in the order of the runners; the first failure is thrown. */
  public static <T> List<T> run(int runners, IntFunction<Callable<T>> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    CyclicBarrier start = new CyclicBarrier(runners);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        Callable<T> mine = task.apply(i);
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return mine.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a runner failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
