package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.proof.Children;
import simile.proof.crash.CrashFilesProvider;
import simile.testkit.MemoryFiles;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/**
 * Processes are killed at steps spread over each kind of run: the store opens at once, old or new,
 * and the same run again is done once.
 */
class KilledChangeTest {
  @TempDir Path folder;

  @Test
  void processKilledAtSomeStepsOfEachChange() throws Exception {
    for (String change : List.of("delete", "compact", "rollback", "vacuum")) {
      killAtStepsOf(change, 2);
    }
  }

  @Test
  @Tag("full")
  void processKilledAtManyStepsOfEachChange() throws Exception {
    int points = 0;
    for (String change : Life.changes().keySet()) {
      points += killAtStepsOf(change, 14);
    }
    assertThat(points, is(greaterThanOrEqualTo(60)));
  }

  /** Kills at so many steps, or at all if there are fewer. */
  private int killAtStepsOf(String change, int most) throws Exception {
    int steps = stepsOf(change);
    TreeSet<Integer> points = new TreeSet<>();
    for (int point = 1; point <= most; point++) {
      // Spread evenly, and near the commit, which is among the last.
      points.add(Math.max(1, steps * point / most - (point == most ? 1 : 0)));
    }
    for (int at : points) {
      kill(change, at);
    }
    return points.size();
  }

  private void kill(String change, int at) throws Exception {
    String where = change + " at step " + at;
    Path store = folder.resolve(change + "-" + at);
    Operations operations = operations(new LocalFiles(store));
    Ledger ledger = Life.begin(operations);
    Runs runs = new Runs(operations, ledger);
    runs.expect(Life.RUN, Life.changes().get(change));
    Children.Ended child =
        Children.run(LifeMain.class, List.of(), CrashFilesProvider.location(store, at), change);
    assertThat(where + child.printed(), child.exit(), is(Children.HALTED));
    Life.requireAsTold(where, operations, ledger);
    runs.run(Life.RUN, Life.changes().get(change));
    Life.requireAsTold(where + ", again", operations, ledger);
    assertThat(where + " is done", ledger.isDone(Life.RUN), is(true));
    new Inspection(operations.open()).requireUndamaged();
  }

  /** How many steps change files. */
  private static int stepsOf(String change) throws IOException {
    MemoryFiles files = new MemoryFiles();
    Ledger ledger = Life.begin(operations(files));
    int[] steps = {0};
    StoreFiles counted =
        new WatchedFiles(
            files, (point, path) -> steps[0] += point.isRead() || point == Point.ABANDON ? 0 : 1);
    new Runs(operations(counted), ledger).run(Life.RUN, Life.changes().get(change));
    return steps[0];
  }

  private static Operations operations(StoreFiles files) {
    return new PlainOperations(files, Clock.systemUTC(), true, new TreeSet<>());
  }
}
