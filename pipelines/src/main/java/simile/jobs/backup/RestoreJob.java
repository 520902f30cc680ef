package simile.jobs.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import simile.backup.CopyListener;
import simile.backup.CopyResult;
import simile.backup.StoreCopy;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.jobs.RunIds;
import simile.log.RunIdentity;
import simile.store.AsOf;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Makes a store of a backup, which is only read. */
public final class RestoreJob {
  private final String from;
  private final String store;
  private final Clock clock;

  /**
   * @param from where the backup is
   * @param store an empty place, or one that holds what is left of the same restore
   */
  public RestoreJob(String from, String store, Clock clock) {
    this.from = from;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Runs to the end; see {@link StoreCopy#run(RunIdentity, AsOf, CopyListener)} for what is thrown.
   *
   * @param listener is told how far the copy is
   */
  public CopyResult run(CopyListener listener) throws IOException {
    Store backup = Store.open(from);
    StoreFiles target = StoreFilesOpener.fromClassPath().open(store);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = RunIds.fresh("restore", now);
    CopyResult result =
        new StoreCopy(backup, target, clock)
            .run(new RunIdentity(runId, runId, ""), AsOf.latest(), listener);
    if (!result.already()) {
      // Not before: until its log is whole, there is no store that could have workflows.
      new Workflows(target)
          .write(
              Workflow.pending(runId, "import", "", "", now)
                  .withMetadata(Map.of("from", backup.files().root()))
                  .started(now)
                  .withItems(result.files(), result.files())
                  .completed(result.newest(), clock.instant()));
    }
    return result;
  }
}
