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
import simile.proof.Children;
import simile.proof.WatchedFiles;
import simile.proof.WatchedFiles.Point;

/**
 * Serves {@code crash:///folder?at=17}: a local store in which the process halts at the 17th step
 * of whatever changes files, as by {@code kill -9}.
 */
public final class CrashFilesProvider implements StoreFilesProvider {
  /** The location of a store whose process halts at a step, counted from 1. */
  public static String location(Path store, int at) {
    return "crash://" + store.toAbsolutePath() + "?at=" + at;
  }

  @Override
  public String scheme() {
    return "crash";
  }

  @Override
  public StoreFiles open(URI root) throws IOException {
    Path folder = Path.of(root.getPath());
    int at = Integer.parseInt(root.getQuery().substring("at=".length()));
    return new WatchedFiles(
        new LocalFiles(folder),
        root.toString(),
        (point, path) -> {
          if (Steps.COUNTED.contains(point) && Steps.REACHED.incrementAndGet() == at) {
            Steps.tear(folder, point, path);
            Runtime.getRuntime().halt(Children.HALTED);
          }
        });
  }

  /** The steps of this process, whoever opened the store. */
  static final class Steps {
    static final AtomicInteger REACHED = new AtomicInteger();
    static final Set<Point> COUNTED = EnumSet.complementOf(EnumSet.of(Point.ABANDON));

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
