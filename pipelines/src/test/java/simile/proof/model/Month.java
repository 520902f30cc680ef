package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import simile.files.StoreFiles;
import simile.store.AsOf;
import simile.store.Store;
import simile.testkit.MemoryFiles;
import simile.testkit.WatchedFiles;

/**
 * Days in the life of a store under a scheduler: each hour an ingest that brings, changes and
 * deletes records, at times a delete; every fourth hour compactions, one of which is killed, while
 * others overlap or overrun; a vacuum every night, at times killed too.
 */
final class Month {
  /** About 256 records. */
  private static final long TARGET_BYTES = 1 << 16;

  private static final int LINES_AN_HOUR = 12;
  private static final Duration KEPT = Duration.ofDays(2);

  // What was seen is about half of each; a store that is not compacted is beyond them in days.
  private static final int MOST_SEGMENTS = 24;
  private static final int MOST_OPENED = 12;
  private static final double MOST_ROWS = 1.5;

  private final MemoryFiles disk = new MemoryFiles();
  private final ModelClock clock = new ModelClock();
  private final Set<String> announced = new TreeSet<>();
  private final Ledger ledger = new Ledger();
  private final SplittableRandom random;
  private final boolean compacts;
  private final Figures figures = new Figures();
  private final Operations writer = process();
  private final Store store;
  private int hour;
  private int ids;
  private int serial;

  /**
   * @param compacts whether the scheduler compacts
   */
  Month(long seed, boolean compacts) throws IOException {
    this.random = new SplittableRandom(seed);
    this.compacts = compacts;
    this.store = writer.open();
  }

  /** The largest of each that was seen. */
  static final class Figures {
    int segments;
    int opened;
    double share;
    int killed;
    int overruns;

    @Override
    public String toString() {
      return "segments %d, files opened for one id %d, rows for each live record %.2f, killed %d, overruns %d"
          .formatted(segments, opened, share, killed, overruns);
    }
  }

  /**
   * Lives so many days.
   *
   * @throws AssertionError if a record is lost, or the store becomes slow
   */
  Figures live(int days) throws IOException {
    while (hour < days * 24) {
      hour();
    }
    check();
    new Inspection(store).requireUndamaged();
    return figures;
  }

  private void hour() throws IOException {
    hour++;
    clock.pass(Duration.ofHours(1));
    change("ingest", ingest());
    if (hour % 5 == 0) {
      change("delete", new Step.Delete(List.of(someId(), someId(), "never")));
    }
    if (compacts && hour % 4 == 0) {
      compactions();
    }
    if (hour % 24 == 3) {
      vacuum();
    }
    if (hour % 24 == 0) {
      check();
    }
  }

  /** One is killed; then one that is alone, or meets another, or takes until the next hour. */
  private void compactions() throws IOException {
    killed("killed", new Step.Compact(false, Optional.empty()));
    switch (hour / 4 % 3) {
      case 0 -> change("compact", new Step.Compact(false, Optional.empty()));
      case 1 ->
          change(
              "compact",
              new Step.Compact(false, Optional.of(new Step.Compact(false, Optional.empty()))));
      default -> overrun();
    }
  }

  /**
   * It commits what it wrote an hour before, whatever came meanwhile; but no vacuum, which here
   * takes all runs for dead.
   */
  private void overrun() throws IOException {
    String run = "overrun-" + hour;
    figures.overruns++;
    ledger.expect(run, Ledger.Effect.NONE);
    Operations other = process();
    other.compact(
        run,
        false,
        () -> {
          hour();
          change("compact-meanwhile", new Step.Compact(false, Optional.empty()));
        });
    ledger.follow(store.log());
  }

  private void vacuum() throws IOException {
    Step.Vacuum vacuum = new Step.Vacuum(KEPT);
    if (hour / 24 % 5 == 4) {
      killed("vacuum-killed", vacuum);
    }
    Set<Long> before = ledger.kept();
    change("vacuum", vacuum);
    VacuumCheck check = new VacuumCheck(store, ledger, before);
    check.requireKept(KEPT, clock.instant());
    if (hour / 24 % 10 == 9) {
      check.requireSwept(); // replays the log for each version that is kept
    }
  }

  /** Runs it in a process that ends at one of its first changes of files. */
  private void killed(String name, Step step) throws IOException {
    WatchedFiles files = new WatchedFiles(disk, new PowerCut(1 + random.nextInt(60)));
    try {
      run(on(files), name, step);
    } catch (Dead e) {
      figures.killed++;
    }
    ledger.follow(store.log());
  }

  private void change(String name, Step step) throws IOException {
    run(writer, name, step);
    ledger.follow(store.log());
  }

  private void run(Operations operations, String name, Step step) throws IOException {
    new Runs(operations, writer, ledger).run(name + "-" + hour, step);
  }

  /** One that begins now. */
  private Operations process() {
    return on(disk);
  }

  private Operations on(StoreFiles files) {
    return new PlainOperations(files, clock, false, announced, TARGET_BYTES);
  }

  private Step.Ingest ingest() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < LINES_AN_HOUR; i++) {
      int dice = random.nextInt(10);
      if (dice < 3) {
        lines.add(put("i" + ids++));
      } else {
        lines.add(dice < 5 ? new Line.Gone(someId()) : put(someId()));
      }
    }
    return new Step.Ingest(lines, false);
  }

  private Line.Put put(String id) {
    return new Line.Put(id, "river", random.nextInt(101), "", ++serial, false);
  }

  private String someId() {
    return "i" + random.nextInt(Math.max(1, ids));
  }

  private void check() throws IOException {
    Contents told = ledger.latestContents();
    new Inspection(store).requireRecords("hour " + hour, AsOf.latest(), told);
    MonthReads reads = MonthReads.of(disk, files -> on(files), someId());
    figures.segments = Math.max(figures.segments, reads.segments());
    figures.opened = Math.max(figures.opened, reads.opened());
    figures.share = Math.max(figures.share, (double) reads.rows() / told.live().size());
    assertThat("segments in hour " + hour, reads.segments(), lessThanOrEqualTo(MOST_SEGMENTS));
    assertThat("files opened in hour " + hour, reads.opened(), lessThanOrEqualTo(MOST_OPENED));
    assertThat("rows in hour " + hour, figures.share, lessThanOrEqualTo(MOST_ROWS));
  }
}
