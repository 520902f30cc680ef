package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import simile.log.CommitLog;
import simile.log.NoSuchVersionException;
import simile.store.AsOf;
import simile.store.Store;

/** Plays a history in a world, and compares the store with the ledger after each step. */
final class Player {
  private static final Filter ONE_DOMAIN =
      new Filter(Optional.of("river"), Optional.of(60), Optional.empty());

  private final World world;
  private final Ledger ledger = new Ledger();
  private Operations operations;
  private Store store;

  Player(World world) throws IOException {
    this.world = world;
    this.operations = world.operations();
    this.store = operations.open();
  }

  /**
   * Plays all steps.
   *
   * @throws AssertionError at the first answer that is wrong
   */
  void play(List<Step> steps) throws IOException {
    for (int i = 0; i < steps.size(); i++) {
      world.tick();
      play("run-" + i, steps.get(i));
      requireAsTold();
    }
    requireVersionsAsTold();
  }

  private void play(String run, Step step) throws IOException {
    if (step instanceof Step.Reopen) {
      reopen();
    } else if (step instanceof Step.ReadAsOf read) {
      requireVersion(ledger.back(read.back()));
    } else if (step instanceof Step.Crash crash) {
      crash(run, crash);
    } else if (isPossible(step)) {
      Set<Long> kept = ledger.kept();
      run(operations, run, step);
      requireDone(run, step, kept);
      if (step instanceof Step.Vacuum) {
        // Not after a crash, which may bring deleted files of dead runs back.
        new VacuumCheck(store, ledger, kept).requireSwept();
      }
    }
  }

  /** All but an ingest needs a store that is there. */
  private boolean isPossible(Step step) {
    return step instanceof Step.Ingest || ledger.latest() > 0;
  }

  private void crash(String run, Step.Crash crash) throws IOException {
    Optional<Operations> mortal = world.mortal(new PowerCut(crash.at()));
    if (!isPossible(crash.during())) {
      return;
    }
    Set<Long> kept = ledger.kept();
    if (mortal.isPresent()) {
      try {
        run(mortal.get(), run, crash.during());
      } catch (Dead e) {
        world.crash(new SplittableRandom(crash.seed()));
      }
    }
    reopen();
    requireAsTold();
    run(operations, run, crash.during());
    requireDone(run, crash.during(), kept);
  }

  private void reopen() throws IOException {
    operations = world.operations();
    store = operations.open();
  }

  private void run(Operations by, String run, Step step) throws IOException {
    new Runs(by, world.operations(), ledger).run(run, step);
  }

  /** What a run was to change, it changed; the ledger knows since it is in the log. */
  private void requireDone(String run, Step step, Set<Long> kept) throws IOException {
    ledger.follow(store.log());
    assertThat(run + " is done", ledger.isDone(run), is(true));
    if (step instanceof Step.Vacuum vacuum) {
      new VacuumCheck(store, ledger, kept).requireKept(vacuum.olderThan(), world.now());
    }
  }

  private void requireAsTold() throws IOException {
    CommitLog log = store.log();
    ledger.follow(log);
    assertThat("retention", log.state().retention().tags(), equalTo(ledger.tags()));
    Contents told = ledger.latestContents();
    Inspection inspection = new Inspection(store);
    inspection.requireRecords("records", AsOf.latest(), told);
    inspection.requireMatches(ONE_DOMAIN, told);
    inspection.requireById(Inspection.idsOf(told), told);
  }

  private void requireVersionsAsTold() throws IOException {
    reopen();
    requireAsTold();
    Inspection inspection = new Inspection(store);
    inspection.requireVectors(ledger.latestContents());
    inspection.requireUndamaged();
    // Any version could be asked for; these are enough to keep the test short.
    for (long version = 1 + ledger.latest() % 3; version <= ledger.latest(); version += 3) {
      requireVersion(version);
    }
    for (var tag : ledger.tags().entrySet()) {
      new Inspection(store)
          .requireRecords("tag " + tag, new AsOf.Tag(tag.getKey()), ledger.at(tag.getValue()));
    }
  }

  private void requireVersion(long version) throws IOException {
    if (version > ledger.latest()) {
      return;
    }
    AsOf asOf = new AsOf.Version(version);
    if (ledger.keeps(version)) {
      new Inspection(store).requireRecords("version " + version, asOf, ledger.at(version));
    } else {
      assertThrows(NoSuchVersionException.class, () -> store.snapshot(asOf));
    }
  }
}
