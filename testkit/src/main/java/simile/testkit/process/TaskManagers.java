package simile.testkit.process;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import simile.testkit.process.Signals.Signal;

/** The task managers of a cluster, and what can be done to them. For one thread. */
public final class TaskManagers {
  private static final long NAP_NANOS = 200_000;

  private final SessionCluster cluster;
  private final Signals signals;
  private List<ClusterProcess> all;

  public TaskManagers(SessionCluster cluster, Signals signals) throws IOException {
    this.cluster = cluster;
    this.signals = signals;
    this.all = cluster.taskManagers();
  }

  /** Those that run, or stand still. */
  public List<ClusterProcess> all() {
    return all;
  }

  /** Sees to it that there are at least so many. */
  public void require(int count) throws IOException {
    if (all.size() < count) {
      add(count - all.size());
    }
  }

  public void add(int count) throws IOException {
    add(count, Map.of());
  }

  /** Adds some that have further environment variables. */
  public void add(int count, Map<String, String> environment) throws IOException {
    cluster.add(count, environment);
    all = cluster.taskManagers();
  }

  /** Stops all; returns once they stand still. */
  public void stop() throws IOException {
    signals.send(Signal.STOP, all);
    for (ClusterProcess process : all) {
      while (!OpenFiles.isStopped(process)) {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /** Lets these go on. */
  public void go(Collection<ClusterProcess> processes) throws IOException {
    signals.send(Signal.CONT, processes);
  }

  /** Kills a process of the cluster, of whatever role. */
  public void kill(ClusterProcess process) throws IOException {
    signals.send(Signal.KILL, List.of(process));
    all = all.stream().filter(other -> other.pid() != process.pid()).toList();
  }
}
