package simile.jobs.export;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import simile.connectors.OutputFiles;
import simile.export.ExportFinisher;
import simile.export.ExportManifest;
import simile.export.ExportPlan;
import simile.export.ExportSource;
import simile.files.UnsupportedStoreException;
import simile.jobs.Engine;
import simile.jobs.ProgressListener;
import simile.jobs.Published;
import simile.jobs.RefusedException;
import simile.jobs.RunIds;
import simile.jobs.RunTracker;
import simile.layout.Names;
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
    OutputFiles files = outputFiles();
    OutputGuard output =
        new OutputGuard(store, clock, runId, args.digest(read.version()), args.place(), files);
    Optional<ExportManifest> before = output.published();
    if (before.isPresent()) {
      new RunTracker(store, clock).nothingLeft(runId);
    } else {
      new TrackedExport(store, engine, clock, progress)
          .run(
              ExportRun.of(args, plan, engine),
              cutter.bytes(),
              output,
              notes -> ExportPipeline.run(plan, options, notes),
              () -> published(output, runId),
              () -> ExportFinisher.retract(plan.output(), runId, files));
    }
    ExportManifest manifest = manifest(output, runId);
    output.release();
    return new ExportSummary(
        manifest,
        plan.output(),
        before.isPresent(),
        plan.runner(),
        now.until(clock.instant(), ChronoUnit.MILLIS) / 1000.0);
  }

  private static ExportManifest manifest(OutputGuard output, String runId) throws IOException {
    return output
        .published()
        .orElseThrow(() -> new IOException("run '" + runId + "' published nothing"));
  }

  private static Published published(OutputGuard output, String runId) throws IOException {
    ExportManifest manifest = manifest(output, runId);
    return new Published(manifest.rows(), manifest.bytes(), manifest.files().size());
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

  private OutputFiles outputFiles() throws IOException {
    try {
      return OutputFiles.at(args.place().folder());
    } catch (IllegalArgumentException | UnsupportedStoreException e) {
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
