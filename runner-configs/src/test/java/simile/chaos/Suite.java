package simile.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.Signals;

/** Trials on one cluster, one after the other, each compared with the same on the Direct runner. */
final class Suite implements Closeable {
  private final SessionCluster cluster;
  private final Path folder;
  private final Inputs inputs;
  private final Expectations expectations;
  private final FaultTable table;
  private final Signals signals = new Signals();
  private int trials;

  /**
   * Prepares trials.
   *
   * @param folder for inputs, stores and what commands say
   * @param table where the rows go
   */
  Suite(SessionCluster cluster, Path folder, FaultTable table) throws IOException {
    this.cluster = cluster;
    this.folder = folder;
    this.inputs = new Inputs(folder);
    this.expectations = new Expectations(folder);
    this.table = table;
  }

  /** Carries a trial out. */
  Row row(Trial trial, Storage storage) throws IOException {
    Path input = inputs.of(trial.records());
    Path again = trial.work() == Work.COMPACT ? inputs.again(trial.records()) : input;
    Site site = new Site(cluster, storage, signals, input, again, folder);
    trials++;
    Row row = new TrialRun(site, trial, expectations.of(site, trial.work())).run("trial-" + trials);
    table.add(row);
    return row;
  }

  @Override
  public void close() throws IOException {
    signals.close();
  }
}
