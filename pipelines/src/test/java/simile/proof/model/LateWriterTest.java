package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.StoreFiles;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.testkit.MemoryFiles;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;

/** A run that seems dead comes back after a vacuum: it commits nothing. */
class LateWriterTest {
  private final MemoryFiles disk = new MemoryFiles();
  private final ModelClock clock = new ModelClock();
  private final TreeSet<String> announced = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "delete", "delete-by", "undelete", "compact"})
  void writerThatAVacuumFencedCommitsNothing(String change) throws IOException {
    Operations sound = operations(disk);
    Ledger ledger = Life.begin(sound);
    boolean[] vacuumed = {false};
    StoreFiles late =
        new WatchedFiles(
            disk,
            (point, path) -> {
              if (point == Point.PUT && path.startsWith("_log/0") && !vacuumed[0]) {
                vacuumed[0] = true;
                new Runs(sound, ledger).run("vacuum", new Step.Vacuum(Duration.ZERO));
              }
            });
    Runs runs = new Runs(operations(late), sound, ledger);
    CommitFencedException refused =
        assertThrows(
            CommitFencedException.class, () -> runs.run(Life.RUN, Life.changes().get(change)));
    assertThat(refused.getMessage(), containsString(Life.RUN));
    Life.requireAsTold(change, sound, ledger);
    assertThat(ledger.entryOf(Life.RUN).operation(), is(Operation.FENCE));
    new Inspection(sound.open()).requireUndamaged();
    new Runs(sound, ledger).run("another", Life.changes().get(change));
    Life.requireAsTold(change + " by another run", sound, ledger);
    assertThat(ledger.isDone("another"), is(true));
  }

  private Operations operations(StoreFiles files) {
    return new PlainOperations(files, clock, false, announced);
  }
}
