package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simile.files.StoreFiles;
import simile.testkit.ForwardingFiles;
import simile.testkit.MemoryFiles;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/** Another run commits at the last moment, just before an entry of the log is put. */
class CommitRaceTest {
  private static final Step RIVAL =
      new Step.Ingest(List.of(new Line.Put("a", "river", 99, "x", 99, false)), false);

  private final MemoryFiles disk = new MemoryFiles();
  private final ModelClock clock = new ModelClock();
  private final Set<String> announced = new TreeSet<>();

  static Set<String> changes() {
    return Life.changes().keySet();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void bothRunsAreInTheLogOnce(String change) throws IOException {
    race(change, UnaryOperator.identity());
  }

  @Test
  void storageThatOverwritesOnPutIsFound() {
    AssertionError found =
        assertThrows(AssertionError.class, () -> race("ingest", Overwriting::new));
    assertThat(found.getMessage(), found.getMessage().contains("committed"), is(true));
  }

  private void race(String change, UnaryOperator<StoreFiles> storage) throws IOException {
    Operations sound = operations(disk);
    Ledger ledger = Life.begin(sound);
    boolean[] raced = {false};
    StoreFiles late =
        new WatchedFiles(
            storage.apply(disk),
            (point, path) -> {
              if (point == Point.PUT && path.startsWith("_log/0") && !raced[0]) {
                raced[0] = true;
                new Runs(sound, ledger).run("rival", RIVAL);
              }
            });
    new Runs(operations(late), ledger).run(Life.RUN, Life.changes().get(change));
    Life.requireAsTold(change, sound, ledger);
    assertThat(change + " is committed", ledger.isDone(Life.RUN), is(true));
    assertThat("the rival is committed", ledger.isSettled("rival"), is(true));
    assertThat("they raced", raced[0], is(true));
    new Inspection(sound.open()).requireUndamaged();
  }

  private Operations operations(StoreFiles files) {
    return new PlainOperations(files, clock, false, announced);
  }

  /** Breaks put-if-absent: of two who put, both believe that they won. */
  private static final class Overwriting extends ForwardingFiles {
    Overwriting(StoreFiles files) {
      super(files);
    }

    @Override
    public boolean putIfAbsent(String path, byte[] content) throws IOException {
      files.replace(path, content);
      return true;
    }
  }
}
