package simile.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import simile.testkit.process.ClusterProcess;
import simile.testkit.process.OpenFiles;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.Signals;
import simile.testkit.process.TaskManagers;

/**
 * Runs the naive pipeline and kills a task manager: as soon as the moment shows all are stopped,
 * and only if it is still that moment one is killed. One that was killed is replaced.
 */
final class NaiveTrial {
  private static final int TRIES = 8;
  private static final int SLOTS = 2;
  private static final long NAP_NANOS = 300_000;

  private final SessionCluster cluster;
  private final Signals signals;
  private final NaiveJob job;
  private final Path input;
  private final long records;

  NaiveTrial(SessionCluster cluster, Signals signals, NaiveJob job, Path input, long records) {
    this.cluster = cluster;
    this.signals = signals;
    this.job = job;
    this.input = input;
    this.records = records;
  }

  /**
   * Tries until the moment was met.
   *
   * @param name for its jobs and outputs, which nothing else has
   * @throws IOException also if it was missed eight times
   */
  Row run(Moment moment, String name) throws IOException, InterruptedException {
    for (int i = 1; i <= TRIES; i++) {
      Optional<Row> row = once(moment, name + "-" + i);
      if (row.isPresent()) {
        return row.get();
      }
    }
    throw new IOException("the moment was missed " + TRIES + " times: " + moment.text());
  }

  /** Empty if the job ended before the moment was seen. */
  private Optional<Row> once(Moment moment, String name) throws IOException, InterruptedException {
    long start = System.nanoTime();
    OutputFolder output = new OutputFolder(job.folder().resolve(name));
    FlinkJob view = new FlinkJob(cluster.master(), name);
    TaskManagers workers = new TaskManagers(cluster, signals);
    workers.require(SLOTS);
    Process client = job.start(name, input, output);
    if (moment != Moment.NEVER) {
      if (!hold(moment, output, workers, client)) {
        return Optional.empty();
      }
      workers.kill(victim(workers, output, view));
      workers.go(workers.all());
      workers.add(1);
    }
    int exit = client.waitFor();
    return Optional.of(
        new Row(
            moment,
            records,
            view.state().orElse("unknown"),
            exit,
            view.restarts(),
            Lines.compare(input, output),
            output.temporary(),
            (System.nanoTime() - start) / 1_000_000_000));
  }

  /** Waits for a moment, and stops all task managers in it; false if the job ended before. */
  private static boolean hold(
      Moment moment, OutputFolder output, TaskManagers workers, Process client) throws IOException {
    while (client.isAlive()) {
      if (moment.isNow(output) && isStill(moment, output, workers)) {
        return true;
      }
      LockSupport.parkNanos(NAP_NANOS);
    }
    return false;
  }

  private static boolean isStill(Moment moment, OutputFolder output, TaskManagers workers)
      throws IOException {
    workers.stop();
    if (moment.isNow(output)) {
      return true;
    }
    workers.go(workers.all());
    return false;
  }

  /** Who runs the last step, else who has the output open, else anybody. */
  private static ClusterProcess victim(TaskManagers workers, OutputFolder output, FlinkJob view)
      throws IOException {
    Set<String> names = view.lastAtWork();
    return workers.all().stream()
        .filter(worker -> names.stream().anyMatch(worker::isCalled))
        .findFirst()
        .or(() -> OpenFiles.holder(workers.all(), output.folder().toString()))
        .orElse(workers.all().get(0));
  }
}
