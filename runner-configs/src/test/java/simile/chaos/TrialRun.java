package simile.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.files.StoreFilesOpener;
import simile.log.CommitLog;
import simile.testkit.process.Launcher;
import simile.testkit.process.TaskManagers;

/** Carries a trial out: submits the run, lets the fault strike, waits for the end, judges. */
final class TrialRun {
  /** A moment that lasts for some milliseconds is missed now and then. */
  private static final int TRIES = 8;

  private static final int SLOTS = 2;

  private final Site site;
  private final Trial trial;
  private final Contents expected;

  /**
   * Prepares it.
   *
   * @param expected what the same gives on the Direct runner
   */
  TrialRun(Site site, Trial trial, Contents expected) {
    this.site = site;
    this.trial = trial;
    this.expected = expected;
  }

  /**
   * @param name for its stores and runs, which nothing else has
   */
  Row run(String name) throws IOException {
    for (int i = 1; i <= TRIES; i++) {
      Optional<Row> row = once(name + "-" + i);
      if (row.isPresent()) {
        return row.get();
      }
    }
    throw new AssertionError("the moment was missed " + TRIES + " times: " + trial);
  }

  /** Empty if the run ended before the moment was seen. */
  private Optional<Row> once(String name) throws IOException {
    long start = System.nanoTime();
    String location = site.storage().location(name);
    for (List<String> before : trial.work().before(site.input(), site.again())) {
      site.done(before, location);
    }
    long entry =
        CommitLog.open(StoreFilesOpener.fromClassPath().open(location)).latestVersion() + 1;
    TaskManagers workers = new TaskManagers(site.cluster(), site.signals());
    workers.require(SLOTS);
    trial.fault().prepare(workers);
    site.storage().expect(trial.moment(), entry);
    Launcher.Running client = site.start(submission(name), location);
    Stage stage = new Stage(site, workers, name, name, entry, client);
    if (!stage.hold(trial.moment())) {
      site.storage().release();
      return Optional.empty();
    }
    trial.fault().strike(stage);
    Row row = new Judgement(site, trial, stage, name, expected, entry).row(start);
    site.storage().drop(name);
    return Optional.of(row);
  }

  private List<String> submission(String run) {
    List<String> words = new ArrayList<>(trial.work().command(site.input(), run));
    words.addAll(List.of("--flink-master", site.cluster().master()));
    words.addAll(List.of("--parallelism", Integer.toString(SLOTS)));
    if (!(trial.fault() instanceof Fault.KillClient)) {
      words.add("--detached");
    }
    return words;
  }
}
