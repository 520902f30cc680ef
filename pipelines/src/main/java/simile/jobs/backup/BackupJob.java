package simile.jobs.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import simile.backup.CopyListener;
import simile.backup.CopyResult;
import simile.backup.StoreCopy;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.jobs.Run;
import simile.jobs.RunIds;
import simile.jobs.RunProgress;
import simile.jobs.RunTracker;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.store.AsOf;
import simile.store.Store;
import simile.workflow.WorkflowRuns;

/**
 * Copies a version to another place. The store's workflow says which version is read, so that no
 * vacuum deletes it meanwhile.
 */
public final class BackupJob {
  private final String store;
  private final String to;
  private final AsOf asOf;
  private final Optional<String> runId;
  private final Optional<String> token;
  private final Clock clock;

  /**
   * @param store where the store is
   * @param to an empty place, or one that holds what is left of the same backup
   * @param runId names the workflow and the copy's last entry; if empty, it is made up
   * @param token of the copy's last entry; if empty, the run's id
   */
  public BackupJob(
      String store,
      String to,
      AsOf asOf,
      Optional<String> runId,
      Optional<String> token,
      Clock clock) {
    this.store = store;
    this.to = to;
    this.asOf = asOf;
    this.runId = runId;
    this.token = token;
    this.clock = clock;
  }

  /**
   * Runs to the end; see {@link StoreCopy#run(RunIdentity, AsOf, CopyListener)} for what else is
   * thrown.
   *
   * @param listener is told how far the copy is
   * @throws simile.log.CommitFencedException if the run was cancelled; the copy is not finished
   */
  public CopyResult run(CopyListener listener) throws IOException {
    Store source = Store.open(store);
    StoreFiles target = StoreFilesOpener.fromClassPath().open(to);
    long version = source.snapshot(asOf).version();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String id = Names.requireRunId(runId.orElseGet(() -> RunIds.fresh("backup", now)));
    RunIdentity run = new RunIdentity(id, token.orElse(id), "");
    AtomicReference<CopyResult> result = new AtomicReference<>();
    StoreCopy copy = new StoreCopy(source, target, clock);
    // The copy asks once more whether the version is kept: now that everyone can see that it is
    // read, it stays.
    Optional<Commit> unused =
        new RunTracker(source, clock)
            .track(
                tracked(run, now, source, target, Long.toString(version)),
                told -> {
                  result.set(
                      copy.run(
                          run, new AsOf.Version(version), soFar -> tell(told, soFar, listener)));
                });
    return result.get();
  }

  private static void tell(RunProgress run, CopyListener.Stage soFar, CopyListener listener)
      throws IOException {
    run.requireNotCancelled();
    run.at(soFar.files(), soFar.allFiles());
    listener.at(soFar);
  }

  private static Run tracked(
      RunIdentity run, Instant now, Store source, StoreFiles target, String version) {
    return new Run(
        run.runId(),
        run.token(),
        "export",
        "",
        "",
        now,
        new TreeMap<>(Map.of(WorkflowRuns.READS, version, "to", target.root())),
        List.of(
            "backup",
            "--store",
            source.files().root(),
            "--to",
            target.root(),
            "--as-of",
            version,
            "--run-id",
            run.runId(),
            "--token",
            run.token()));
  }
}
