package simile.jobs.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.bundle.Bundle;
import simile.bundle.BundledCollection;
import simile.connectors.OutputFiles;
import simile.export.BundleFinisher;
import simile.export.BundlePlan;
import simile.files.UnsupportedStoreException;
import simile.jobs.Engine;
import simile.jobs.ProgressListener;
import simile.jobs.Published;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.layout.Names;
import simile.store.Snapshot;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.Workflows;

/** From a whole context to a bundle. */
public final class BundleJob {
  private final BundleArgs args;
  private final Engine engine;
  private final Clock clock;
  private final ProgressListener progress;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   */
  public BundleJob(BundleArgs args, Engine engine, Clock clock, ProgressListener progress) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs to the end.
   *
   * @return what was published; also when this run had published it before
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws simile.store.StoreNotFoundException if there is no such store
   * @throws simile.log.CommitFencedException the run was cancelled; nothing was published
   * @throws simile.log.CommitConflictException something else is at the output; nothing was
   *     published
   * @throws IOException it failed; nothing looks complete
   */
  public BundleSummary run() throws IOException {
    requireNames();
    Store store = Store.open(args.store());
    Snapshot read = store.snapshot(args.asOf());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.runId().orElseGet(() -> RunIds.fresh("export", now));
    BundlePlanner planner = new BundlePlanner(args, store, read);
    PipelineOptions options = engine.options(planner.bytes(), "simile-" + runId);
    FileSystems.setDefaultPipelineOptions(options);
    OutputFiles files = outputFiles();
    OutputGuard output =
        new OutputGuard(store, clock, runId, args.digest(read.version()), args.place(), files);
    PublishedBundle place = new PublishedBundle(args.place(), files);
    BundlePlan plan = planner.plan(runId, now, engine.name(planner.bytes()));
    output.requireUnused();
    boolean before = isCompleted(store, runId) && place.exists();
    if (!before) {
      new TrackedExport(store, engine, clock, progress)
          .run(
              BundleRun.of(args, plan, engine),
              planner.bytes(),
              output,
              notes -> BundlePipeline.run(plan, options, notes),
              () -> published(place.index()),
              () -> BundleFinisher.retract(plan, files));
    }
    Bundle bundle = place.index();
    output.release();
    return new BundleSummary(
        runId,
        bundle,
        plan.output().place(),
        before,
        plan.runner(),
        now.until(clock.instant(), ChronoUnit.MILLIS) / 1000.0);
  }

  private static Published published(Bundle bundle) {
    long records = bundle.collections().stream().mapToLong(BundledCollection::records).sum();
    return new Published(records, bundle.totalBytes(), bundle.files().size());
  }

  private static boolean isCompleted(Store store, String runId) throws IOException {
    return new Workflows(store.files())
        .read(runId)
        .filter(workflow -> workflow.status() == Status.COMPLETED)
        .isPresent();
  }

  private OutputFiles outputFiles() throws IOException {
    try {
      return OutputFiles.at(args.place().folder());
    } catch (IllegalArgumentException | UnsupportedStoreException e) {
      throw new RefusedException("--output: " + e.getMessage(), e);
    }
  }

  private void requireNames() {
    try {
      args.runId().ifPresent(Names::requireRunId);
      Names.requireContext(args.context());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
