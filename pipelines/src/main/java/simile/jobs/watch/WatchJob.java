package simile.jobs.watch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.PresentFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.ingest.MergeMode;
import simile.ingest.ProgressFile;
import simile.jobs.ContractChoice;
import simile.jobs.Engine;
import simile.jobs.IngestArgs;
import simile.jobs.IngestShape;
import simile.jobs.Places;
import simile.jobs.Pulse;
import simile.jobs.RefusedException;
import simile.jobs.Run;
import simile.jobs.RunProgress;
import simile.jobs.RunTracker;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.log.State;
import simile.store.Store;
import simile.watch.WatchPlan;

/** From arguments to a stream of committed windows. */
public final class WatchJob {
  private static final Duration NEWS = Duration.ofSeconds(1);

  private final WatchArgs args;
  private final Engine engine;
  private final Clock clock;
  private final WatchListener listener;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   * @param listener hears of windows as they come
   */
  public WatchJob(WatchArgs args, Engine engine, Clock clock, WatchListener listener) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs until it is told to end: by {@code --until-idle}, by the end of the process, by being
   * cancelled.
   *
   * @return what it did
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws ContractException if the contract is broken; nothing was done
   * @throws CommitFencedException if it was cancelled; windows before that are committed
   * @throws simile.jobs.LeftRunningException if it goes on elsewhere
   * @throws IOException if it cannot go on; windows before that are committed
   */
  public WatchSummary run() throws IOException, ContractException {
    args.require();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    requirePlace();
    Store store = Store.openOrCreate(args.ingest().store());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String stream = args.ingest().name().idOr("watch", now);
    requireUnused(store, stream);
    StreamPlanner planner =
        new StreamPlanner(IngestShape.of(args.ingest()), contract(store), args.ingest().gate());
    Path notes = Files.createTempFile("simile-progress-", ".bin");
    try {
      WatchPlan plan = plan(store, stream, planner, notes);
      WatchFeed feed = new WatchFeed(store.log(), stream, listener);
      Optional<Commit> entry =
          new RunTracker(store, clock, engine)
              .track(workflow(plan, now), told -> follow(plan, feed, told));
      if (entry.isPresent()) {
        throw new CommitFencedException(
            "the stream '%s' was cancelled by version %d".formatted(stream, entry.get().version()));
      }
      return feed.now();
    } finally {
      ProgressFile.delete(notes);
    }
  }

  private void follow(WatchPlan plan, WatchFeed feed, RunProgress told) throws IOException {
    PipelineOptions options = engine.options(-1, "simile-" + plan.stream());
    Path notes = Path.of(plan.progress());
    told.from(feed::tell);
    told.whenCancelled(() -> ProgressFile.stop(notes));
    told.whenInterrupted(() -> ProgressFile.drain(notes));
    listener.begun(plan.stream(), plan.place(), engine.name(-1) + ", " + engine.why(-1));
    try (Closeable news = Pulse.every(NEWS).start(feed::look)) {
      WatchPipeline.run(plan, options);
    }
    feed.tell(told);
    told.from(heart -> {});
    listener.ended(feed.now());
  }

  private WatchPlan plan(Store store, String stream, StreamPlanner planner, Path notes) {
    return new WatchPlan(
        store.files().root(),
        planner.shape().key(),
        stream,
        Places.absolute(args.place()),
        planner,
        args.ingest().gate(),
        engine.name(-1),
        notes.toString(),
        new WatchPlan.Pace(args.every(), args.untilIdle()));
  }

  /** A stream whose windows read no older version keeps none from being given up. */
  private Run workflow(WatchPlan plan, Instant now) {
    TreeMap<String, String> facts =
        new TreeMap<>(
            Map.of(
                "runner", plan.runner(),
                "watched", plan.place(),
                "every", args.every().toString()));
    if (args.ingest().merge() == MergeMode.LATEST) {
      facts.put(Run.READS_VERSION, "");
    }
    return new Run(
        plan.stream(),
        plan.stream(),
        "watch",
        plan.key().context(),
        plan.key().collection(),
        now,
        facts,
        WatchCommandLine.of(args, engine, plan.stream()));
  }

  private ContractInForce contract(Store store) throws IOException, ContractException {
    IngestArgs ingest = args.ingest();
    IngestShape shape = IngestShape.of(ingest);
    State read = store.log().state();
    Contract now =
        ContractChoice.of(
            ingest.contract(),
            shape.key(),
            read.collection(shape.key()),
            store.files(),
            Optional.empty());
    return ingest.contract().isPresent()
        ? new ContractInForce.Given(now)
        : new ContractInForce.OfStore();
  }

  private static void requireUnused(Store store, String stream) throws IOException {
    Optional<Commit> entry = store.log().byRun(stream);
    if (entry.filter(e -> e.operation() != Operation.FENCE).isPresent()) {
      throw new RefusedException(
          "run id '%s' was used for version %d, which is no stream; use another run id"
              .formatted(stream, entry.get().version()));
    }
  }

  /** What is misspelt would stay empty for ever. */
  private void requirePlace() {
    String place = Places.absolute(args.place());
    if (!PresentFiles.isPlace(place)) {
      throw new RefusedException(
          "there is no folder '" + args.place() + "' to watch; make it first, or check the path");
    }
  }
}
