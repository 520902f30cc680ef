package simile.proof.crash;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.proof.Folders;
import simile.proof.Stored;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/**
 * A crash before, in the middle of and after every change to the store's files: from there on
 * nothing reaches the disk, not even what would tidy up.
 */
class CrashPointTest {
  @TempDir Path folder;

  @Test
  void crashAtAnyStepLeavesAWholeVersionAndARunThatCanBeRepeated() throws IOException {
    Set<Point> seen = crashAtEachStep(0, 1);
    assertThat(
        seen,
        hasItems(Point.CREATED, Point.WRITE_HALF, Point.CLOSED, Point.PUBLISH, Point.PUT_DONE));
  }

  @Test
  void crashAroundACheckpointLeavesAWholeVersion() throws IOException {
    int steps = steps(0);
    assertThat(steps(30), is(steps + 2));
    crashAtEachStep(30, steps - 3);
  }

  /**
   * @return the kinds of steps at which it crashed
   */
  private Set<Point> crashAtEachStep(int fences, int first) throws IOException {
    Path begun = folder.resolve("begun");
    SortedMap<String, String> before = Scene.begin(begun, fences);
    Path whole = folder.resolve("whole");
    Folders.copy(begun, whole);
    Scene.second(new LocalFiles(whole));
    SortedMap<String, String> after = Stored.analogies(whole);
    Set<Point> seen = EnumSet.noneOf(Point.class);
    for (int n = first; ; n++) {
      Path store = folder.resolve("store-" + n);
      Folders.copy(begun, store);
      PowerCut cut = new PowerCut(store, n);
      try {
        Scene.second(new WatchedFiles(new LocalFiles(store), cut));
        assertThat(cut.dead, is(false));
        return seen;
      } catch (Dead e) {
        seen.add(cut.point);
      }
      Scene.requireWholeAndRepeatable("step " + n + ", " + cut.where, store, before, after);
    }
  }

  private int steps(int fences) throws IOException {
    Path store = folder.resolve("steps-" + fences);
    Scene.begin(store, fences);
    int[] steps = {0};
    Scene.second(
        new WatchedFiles(
            new LocalFiles(store),
            (point, path) -> steps[0] += CrashFilesProvider.Steps.COUNTED.contains(point) ? 1 : 0));
    return steps[0];
  }

  /** The process is gone; an error, so that nothing handles it. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class PowerCut implements WatchedFiles.Watcher {
    private final Path store;
    private int left;
    private boolean dead;
    private String where = "no crash";
    private Point point = Point.CREATE;

    PowerCut(Path store, int at) {
      this.store = store;
      this.left = at;
    }

    @Override
    public void reach(Point reached, String path) throws IOException {
      if (!dead && CrashFilesProvider.Steps.COUNTED.contains(reached) && --left == 0) {
        dead = true;
        point = reached;
        where = reached + " " + path;
        CrashFilesProvider.Steps.tear(store, reached, path);
      }
      if (dead) {
        throw new Dead();
      }
    }
  }
}
