package simile.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.bundle.Bundle;
import simile.connectors.OutputFiles;
import simile.export.BundlePlan;
import simile.jobs.Engine;
import simile.jobs.ProgressListener;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.jobs.WorkersProgress;
import simile.layout.Names;
import simile.log.Commit;
import simile.store.Snapshot;
import simile.store.Store;

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
    BundleGuard guard = new BundleGuard(args, store, clock, runId, read.version(), files);
    BundlePlan plan = planner.plan(runId, now, engine.name(planner.bytes()));
    Optional<Bundle> before = guard.published();
    if (before.isEmpty()) {
      guard.requireFree();
      track(store, plan, options, planner.bytes(), guard);
    }
    Bundle bundle = guard.index();
    guard.clear();
    return new BundleSummary(
        runId,
        bundle,
        plan.output().place(),
        before.isPresent(),
        plan.runner(),
        now.until(clock.instant(), ChronoUnit.MILLIS) / 1000.0);
  }

  private void track(
      Store store, BundlePlan plan, PipelineOptions options, long bytes, BundleGuard guard)
      throws IOException {
    String runner = plan.runner() + ", " + engine.why(bytes);
    Optional<Commit> unused =
        new RunTracker(store, clock, engine.workplace())
            .track(
                BundleRun.of(args, plan, engine),
                told -> {
                  guard.clear();
                  WorkersProgress.during(
                      told,
                      -1,
                      notes -> {
                        try (Closeable shown = progress.begin(notes, bytes, runner)) {
                          BundlePipeline.run(plan, options, notes);
                        }
                      });
                });
  }

  private OutputFiles outputFiles() {
    try {
      return OutputFiles.at(args.place().folder());
    } catch (IllegalArgumentException e) {
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
