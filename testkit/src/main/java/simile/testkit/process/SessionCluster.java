package simile.testkit.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Flink session cluster of processes on this machine, by the script {@code
 * runner-configs/flink-cluster/cluster}. One slot a task manager.
 */
public final class SessionCluster implements Closeable {
  /** Flink's pages show what is so, not what was so three seconds ago. */
  public static final Map<String, String> FRESH_PAGES =
      Map.of("FLINK_OPTS", "-Dweb.refresh-interval=50");

  private final Path folder;
  private final Map<String, String> environment;
  private final String master;

  private SessionCluster(Path folder, Map<String, String> environment, String master) {
    this.folder = folder;
    this.environment = environment;
    this.master = master;
  }

  /**
   * Starts one.
   *
   * @param folder for its logs and temporary files
   * @param environment variables for its processes
   */
  public static SessionCluster start(Path folder, int taskManagers, Map<String, String> environment)
      throws IOException {
    return start(folder, environment, "--task-managers", Integer.toString(taskManagers));
  }

  /** Starts one whose task managers run on one processor each, as long as there are enough. */
  public static SessionCluster startPinned(
      Path folder, int taskManagers, Map<String, String> environment) throws IOException {
    return start(folder, environment, "--pin", "--task-managers", Integer.toString(taskManagers));
  }

  private static SessionCluster start(
      Path folder, Map<String, String> environment, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("start"));
    words.addAll(List.of(options));
    String out = done(script(folder, environment), folder, words.toArray(String[]::new));
    String master = out.strip().replaceFirst("(?s).*flink-master=", "");
    return new SessionCluster(folder, environment, master);
  }

  /** Its REST interface, as {@code HOST:PORT}. */
  public String master() {
    return master;
  }

  /** Where its processes log. */
  public Path logs() {
    return folder.resolve("cluster/log");
  }

  /** Adds task managers, and waits until they are registered. */
  public void add(int taskManagers) throws IOException {
    add(taskManagers, Map.of());
  }

  /** Adds task managers with further environment variables. */
  public void add(int taskManagers, Map<String, String> more) throws IOException {
    done(script(folder, environment).with(more), folder, "add", Integer.toString(taskManagers));
  }

  /** Starts the JobManager again, where it was, after its death. */
  public void startJobManager() throws IOException {
    done(script(folder, environment), folder, "start-jobmanager");
  }

  /** The processes that run. */
  public List<ClusterProcess> processes() throws IOException {
    return done(script(folder, environment), folder, "pids")
        .lines()
        .map(ClusterProcess::of)
        .toList();
  }

  /** The task managers that run, those that were stopped by a signal too. */
  public List<ClusterProcess> taskManagers() throws IOException {
    return processes().stream().filter(ClusterProcess::isTaskManager).toList();
  }

  @Override
  public void close() throws IOException {
    done(script(folder, environment), folder, "stop");
  }

  private static Launcher script(Path folder, Map<String, String> environment) {
    Path script = Launcher.project().resolve("runner-configs/flink-cluster/cluster");
    return new Launcher(script, folder).with(environment);
  }

  private static String done(Launcher script, Path folder, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--dir", folder.toString()));
    Launcher.Ended ended;
    try {
      ended = script.run(all.toArray(String[]::new));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the cluster was told: " + words[0]);
    }
    if (ended.exit() != 0) {
      throw new IOException("cluster " + words[0] + ": " + ended.err().strip());
    }
    return ended.out();
  }
}
