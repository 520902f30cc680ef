package simile.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.connectors.OutputFiles;
import simile.export.ExportManifest;
import simile.export.ExportPlan;
import simile.export.ExportSource;
import simile.jobs.Engine;
import simile.jobs.LeftRunningException;
import simile.jobs.ProgressListener;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.jobs.WorkersProgress;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.query.CriteriaJson;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** From arguments to published files. */
public final class ExportJob {
  private final ExportArgs args;
  private final Engine engine;
  private final Clock clock;
  private final ProgressListener progress;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   */
  public ExportJob(ExportArgs args, Engine engine, Clock clock, ProgressListener progress) {
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
   * @throws simile.store.StoreNotFoundException if there is no such store or collection
   * @throws simile.log.CommitFencedException the run was cancelled; nothing was published
   * @throws simile.log.CommitConflictException something else is at the output; nothing was
   *     published
   * @throws IOException it failed; nothing looks complete
   */
  public ExportSummary run() throws IOException {
    requireRunId();
    Store store = Store.open(args.store());
    CollectionSnapshot read =
        store.snapshot(args.asOf()).collection(args.context(), args.collection());
    ShapeChecks.require(args, read);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.runId().orElseGet(() -> RunIds.fresh("export", now));
    PartCutter cutter = new PartCutter(store, read, args.shape());
    ExportPlan plan = plan(store, read, cutter, runId, now);
    PipelineOptions options =
        engine.options(cutter.bytes(), "simile-" + runId, plan.parts().size());
    FileSystems.setDefaultPipelineOptions(options);
    OutputGuard output =
        new OutputGuard(
            store, clock, runId, args.digest(read.version()), args.place(), outputFiles());
    Optional<ExportManifest> before = output.published();
    if (before.isPresent()) {
      new RunTracker(store, clock).nothingLeft(runId);
    } else {
      output.requireFree();
      try {
        track(store, plan, options, cutter.bytes(), output);
      } catch (LeftRunningException e) {
        throw e; // it still needs what it has written
      } catch (IOException | RuntimeException e) {
        output.clearAfter(e);
        throw e;
      }
    }
    ExportManifest manifest =
        output
            .published()
            .orElseThrow(() -> new IOException("run '" + runId + "' published nothing"));
    output.clear();
    return new ExportSummary(
        manifest,
        plan.output(),
        before.isPresent(),
        plan.runner(),
        now.until(clock.instant(), ChronoUnit.MILLIS) / 1000.0);
  }

  private void track(
      Store store, ExportPlan plan, PipelineOptions options, long bytes, OutputGuard output)
      throws IOException {
    String runner = plan.runner() + ", " + engine.why(bytes);
    Optional<Commit> entry =
        new RunTracker(store, clock, engine.workplace())
            .track(
                ExportRun.of(args, plan, engine),
                told -> {
                  output.clear();
                  WorkersProgress.during(
                      told,
                      -1,
                      notes -> {
                        try (Closeable shown = progress.begin(notes, bytes, runner)) {
                          ExportPipeline.run(plan, options, notes);
                        }
                      });
                });
    if (entry.filter(commit -> commit.operation() == Operation.FENCE).isPresent()) {
      output.retract();
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d when it published; that was taken back"
              .formatted(plan.runId(), entry.get().version()));
    }
  }

  private ExportPlan plan(
      Store store, CollectionSnapshot read, PartCutter cutter, String runId, Instant now)
      throws IOException {
    return new ExportPlan(
        runId,
        args.digest(read.version()),
        new ExportSource(
            store.files().root(),
            args.context(),
            args.collection(),
            read.version(),
            store.log().read(read.version()).committedAt()),
        CriteriaJson.write(args.criteria()),
        args.shape(),
        args.place(),
        cutter.parts(args.shards(), args.place().isFile()),
        now,
        engine.name(cutter.bytes()));
  }

  private OutputFiles outputFiles() {
    try {
      return OutputFiles.at(args.place().folder());
    } catch (IllegalArgumentException e) {
      throw new RefusedException("--output: " + e.getMessage(), e);
    }
  }

  private void requireRunId() {
    try {
      args.runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
