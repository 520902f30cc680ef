package simile.proof.model;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import simile.files.StoreFiles;
import simile.log.CommitConflictException;

/**
 * Threads that change one store at once, each run after run.
 *
 * @param name distinguishes the runs of one process from those of others
 * @param threads how many
 * @param runs of each thread
 */
record Crowd(String name, int threads, int runs) {
  /** What a run does follows from its id, so that another process can tell. */
  static Step stepOf(String run) {
    SplittableRandom random = new SplittableRandom(run.hashCode());
    Steps steps = new Steps(random.nextLong());
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4, 5 -> steps.ingest();
      case 6, 7 -> new Step.Delete(steps.ids());
      case 8, 9 -> new Step.DeleteBy(steps.filter(), Optional.empty());
      default -> new Step.Compact(random.nextBoolean(), Optional.empty());
    };
  }

  /** Every run that there will be. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      for (int run = 0; run < runs; run++) {
        names.add(name(thread, run));
      }
    }
    return names;
  }

  private String name(int thread, int run) {
    return name + "-" + thread + "-" + run;
  }

  /**
   * Runs them all.
   *
   * @return the runs that succeeded
   */
  List<String> change(StoreFiles files) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        all.add(pool.submit(() -> changeOneAfterAnother(files, thread)));
      }
      List<String> succeeded = new ArrayList<>();
      for (Future<List<String>> one : all) {
        succeeded.addAll(one.get());
      }
      return succeeded;
    } catch (ExecutionException e) {
      throw new AssertionError("a run failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> changeOneAfterAnother(StoreFiles files, int thread) throws IOException {
    PlainOperations operations =
        new PlainOperations(files, Clock.systemUTC(), false, new TreeSet<>());
    List<String> succeeded = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String run = name(thread, i);
      try {
        Dispatch.run(operations, run, stepOf(run));
        succeeded.add(run);
      } catch (CommitConflictException e) {
        // Refused, which is an answer; then it must not be in the log.
      }
    }
    return succeeded;
  }
}
