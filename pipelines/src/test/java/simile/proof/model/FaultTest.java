package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simile.files.OutcomeUnknownException;
import simile.files.StoreFiles;
import simile.log.CommitUnknownException;
import simile.testkit.FaultyFiles;
import simile.testkit.MemoryFiles;

/**
 * Every call to storage fails in turn, in every run: the run says so and the store is as before, or
 * it says that it does not know, or it succeeds. The same run again is done once.
 */
class FaultTest {
  // A full check takes longer than everything else together.
  private static final int VERIFY_EACH = 20;

  private final ModelClock clock = new ModelClock();
  private final Set<String> announced = new TreeSet<>();
  private final MemoryFiles begun = new MemoryFiles();
  private Ledger begin = new Ledger();

  static Set<String> changes() {
    return Life.changes().keySet();
  }

  @ParameterizedTest
  @MethodSource("changes")
  @Tag("full")
  void everyCallFailsBeforeInTheMiddleOrAfterItsEffect(String change) throws IOException {
    assertThat(failEach(change, 1, FaultyFiles::failingAt), is(greaterThan(20)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void someCallFailsBeforeInTheMiddleOrAfterItsEffect(String change) throws IOException {
    assertThat(failEach(change, 7, FaultyFiles::failingAt), is(greaterThan(20)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void requestOfAPutIsLost(String change) throws IOException {
    failEach(change, 1, FaultyFiles::losingPut);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void diskIsFull(String change) throws IOException {
    failEach(change, 1, (files, nth) -> FaultyFiles.full(files, (nth - 1) * 997L));
  }

  /** Puts one fault into storage. */
  private interface Injection {
    FaultyFiles into(StoreFiles files, int nth);
  }

  /**
   * Fails the first call, another one after that, and so on, each in a copy, until none is left.
   *
   * @param stride how many calls on the next one is
   * @return how many calls there are
   */
  private int failEach(String change, int stride, Injection injection) throws IOException {
    begin = Life.begin(operations(begun));
    for (int nth = 1; ; nth += stride) {
      MemoryFiles disk = begun.copy();
      FaultyFiles faulty = injection.into(disk, nth);
      boolean succeeded = fail(change, disk, faulty);
      if (nth % VERIFY_EACH == 0) {
        new Inspection(operations(disk).open()).requireUndamaged();
      }
      if (!faulty.struck()) {
        assertThat(change + " without a fault", succeeded, is(true));
        return nth - 1;
      }
    }
  }

  private boolean fail(String change, MemoryFiles disk, FaultyFiles faulty) throws IOException {
    Step step = Life.changes().get(change);
    Operations sound = operations(disk);
    Ledger ledger = begin.copy();
    boolean succeeded = false;
    try {
      new Runs(operations(faulty), ledger).run(Life.RUN, step);
      succeeded = true;
    } catch (IOException | UncheckedIOException e) {
      requireHonest(change + ", " + faulty.where(), e, sound, ledger);
    }
    String where = change + ", " + faulty.where();
    Life.requireAsTold(where, sound, ledger);
    assertThat(where, !succeeded || ledger.isDone(Life.RUN), is(true));
    new Runs(sound, ledger).run(Life.RUN, step);
    Life.requireAsTold(where + ", again", sound, ledger);
    assertThat(where + ", again", ledger.isDone(Life.RUN), is(true));
    return succeeded;
  }

  /**
   * Who says that a run failed must not have committed it, unless they say that they don't know.
   */
  private static void requireHonest(
      String where, Exception failure, Operations sound, Ledger ledger) throws IOException {
    ledger.follow(sound.open().log());
    boolean unknown =
        failure instanceof CommitUnknownException || failure instanceof OutcomeUnknownException;
    // A vacuum's entry only comes before its work.
    boolean isVacuum = where.startsWith("vacuum");
    assertThat(
        where + ": " + failure, unknown || isVacuum || !ledger.isSettled(Life.RUN), is(true));
  }

  private Operations operations(StoreFiles files) {
    return new PlainOperations(files, clock, true, announced);
  }
}
