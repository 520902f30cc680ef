package simile.proof.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.files.StoreFilesProvider;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.proof.Children;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/**
 * Serves {@code crash:///folder?at=17}: a local store in which the process halts at the 17th step
 * of whatever changes files, as by {@code kill -9}.
 */
public final class CrashFilesProvider implements StoreFilesProvider {
  /** The location of a store whose process halts at a step, counted from 1. */
  public static String location(Path store, int at) {
    return "crash://" + store.toAbsolutePath() + "?at=" + at;
  }

  /** The location of a store in which another cancels the run once its first file is written. */
  public static String fencing(Path store, String runId) {
    return "crash://" + store.toAbsolutePath() + "?fence=" + runId;
  }

  @Override
  public String scheme() {
    return "crash";
  }

  @Override
  public StoreFiles open(URI root) throws IOException {
    // To the opener a question mark is a character of a name.
    int mark = root.getPath().lastIndexOf('?');
    Path folder = Path.of(root.getPath().substring(0, mark));
    String[] query = root.getPath().substring(mark + 1).split("=", 2);
    return new WatchedFiles(
        new LocalFiles(folder),
        root.getScheme() + "://" + root.getPath(),
        query[0].equals("at")
            ? halting(folder, Integer.parseInt(query[1]))
            : cancelling(folder, query[1]));
  }

  private static WatchedFiles.Watcher halting(Path folder, int at) {
    return (point, path) -> {
      if (Steps.COUNTED.contains(point) && Steps.REACHED.incrementAndGet() == at) {
        Steps.tear(folder, point, path);
        Runtime.getRuntime().halt(Children.HALTED);
      }
    };
  }

  private static WatchedFiles.Watcher cancelling(Path folder, String runId) {
    return (point, path) -> {
      if (point == Point.CLOSED) {
        CommitLog.open(new LocalFiles(folder)).append(DraftCommit.fence(runId, runId, "a test"));
      }
    };
  }

  /** The steps of this process, whoever opened the store. */
  static final class Steps {
    static final AtomicInteger REACHED = new AtomicInteger();
    static final Set<Point> COUNTED =
        EnumSet.complementOf(
            EnumSet.of(Point.ABANDON, Point.READ, Point.OPEN, Point.SIZE, Point.LIST));

    private Steps() {}

    /** What is written under another name first is found half written. */
    static void tear(Path folder, Point point, String path) throws IOException {
      if (point == Point.PUT || point == Point.REPLACE) {
        Path parent = folder.resolve(path).getParent();
        Files.createDirectories(parent);
        Files.writeString(parent.resolve(".tmp-torn-" + System.nanoTime()), "{\"version\":");
      }
    }
  }
}
