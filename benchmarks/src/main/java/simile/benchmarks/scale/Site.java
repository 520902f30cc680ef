package simile.benchmarks.scale;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import simile.testkit.process.ClusterProcess;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;

/** A cluster that has just been started, and the storage that it works on. */
final class Site implements Closeable {
  private static final int LOOK_MILLIS = 20;

  private final SessionCluster cluster;
  private final Storage storage;
  private final Path folder;

  private Site(SessionCluster cluster, Storage storage, Path folder) {
    this.cluster = cluster;
    this.storage = storage;
    this.folder = folder;
  }

  /**
   * Starts a cluster whose slots have a processor each.
   *
   * @param slots one a TaskManager
   * @param folder for what it and its commands say
   */
  static Site start(int slots, Storage storage, Path folder) throws IOException {
    SessionCluster cluster = SessionCluster.startPinned(folder, slots, storage.environment());
    return new Site(cluster, storage, folder);
  }

  /**
   * Runs a command on the cluster.
   *
   * @param runId by which its job is known; no other command's
   */
  Measured run(List<String> command, String runId, String store)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--store", storage.location(store), "--run-id", runId, "-q"));
    words.addAll(List.of("--flink-master", cluster.master()));
    Map<String, Long> processes = processes();
    sync(); // what others left in memory is not this one's to write
    long start = System.nanoTime();
    Launcher.Running running = launcher().start(words.toArray(String[]::new));
    Watch watch = new Watch(processes, running.process().pid());
    while (!running.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      watch.look();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long loopback = watch.loopbackBytes();
    List<Usage> usages = watch.usages();
    Launcher.Ended ended = running.await();
    if (ended.exit() != 0) {
      throw new IOException(words + " ended with " + ended.exit() + ": " + ended.err().strip());
    }
    return new Measured(JobTime.seconds(cluster.master(), runId), seconds, loopback, usages);
  }

  private Launcher launcher() {
    return new Launcher(Launcher.project().resolve("simile"), folder).with(storage.environment());
  }

  private Map<String, Long> processes() throws IOException {
    Map<String, Long> all = new LinkedHashMap<>();
    for (ClusterProcess process : cluster.processes()) {
      all.put(process.role(), process.pid());
    }
    all.putAll(storage.processes());
    return all;
  }

  private static void sync() throws IOException, InterruptedException {
    new ProcessBuilder("sync").start().waitFor();
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }
}
