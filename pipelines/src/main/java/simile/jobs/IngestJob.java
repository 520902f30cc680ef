package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.InputFiles;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.ingest.IngestPlan;
import simile.ingest.ProgressFile;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.layout.Names;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.State;
import simile.segment.write.SegmentOptions;
import simile.store.Store;

/** From arguments to a committed version. */
public final class IngestJob {
  private final IngestArgs args;
  private final Engine engine;
  private final Clock clock;
  private final InputStream standardInput;
  private final ProgressListener progress;
  private final IngestOrigin origin;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   * @param standardInput what the input {@code -} means
   */
  public IngestJob(
      IngestArgs args,
      Engine engine,
      Clock clock,
      InputStream standardInput,
      ProgressListener progress) {
    this(args, engine, clock, standardInput, progress, IngestOrigin.ASKED);
  }

  /** Prepares a job that something else than its arguments asked for. */
  public IngestJob(
      IngestArgs args,
      Engine engine,
      Clock clock,
      InputStream standardInput,
      ProgressListener progress,
      IngestOrigin origin) {
    this.origin = origin;
    this.args = args;
    this.engine = engine;
    this.clock = clock;
    this.standardInput = standardInput;
    this.progress = progress;
  }

  /**
   * Runs to the end.
   *
   * @return how it ended; also when its gate failed, and when it, or its token, had been committed
   *     before
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws ContractException if the contract is broken; nothing was done
   * @throws simile.log.CommitConflictException nothing was committed
   * @throws simile.log.CommitUnknownException it may be committed; run it again with the same run
   *     id to learn it
   * @throws IOException nothing was committed
   */
  public RunSummary run() throws IOException, ContractException {
    requireNames();
    Store store = Store.openOrCreate(args.store());
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    try (StandardInput in = StandardInput.read(args.inputs(), standardInput)) {
      return run(store, in);
    }
  }

  private RunSummary run(Store store, StandardInput in) throws IOException, ContractException {
    CollectionKey key = new CollectionKey(args.context(), args.collection());
    State read = store.log().state();
    Optional<CollectionState> stored = read.collection(key);
    Contract contract = ContractChoice.of(args.contract(), key, stored, store.files());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.runId().orElseGet(() -> RunIds.fresh("ingest", now));
    String token = args.token().orElse(runId);
    String digest = args.digest(contract.sha256(), in.sha256());
    Optional<Commit> earlier = EarlierRun.find(store.log(), runId, token, digest);
    if (earlier.isPresent()) {
      return RunSummary.of(earlier.get());
    }
    List<SourceFile> files =
        in.named(InputFiles.list(in.inputs(args.inputs())), origin.standardInput());
    List<Split> splits = SplitPlanner.plan(files, args.splitBytes());
    OptionalInt dimension = DimensionChoice.of(args, contract, stored, splits);
    long bytes = files.stream().mapToLong(file -> file.stamp().bytes()).sum();
    PipelineOptions options = engine.options(bytes, "simile-" + runId);
    Path notes = Files.createTempFile("simile-progress-", ".bin");
    IngestPlan plan =
        new IngestPlan(
            store.files().root(),
            runId,
            token,
            digest,
            args.context(),
            args.collection(),
            contract,
            dimension.orElse(-1),
            now,
            splits,
            args.maxLineBytes(),
            Math.toIntExact(args.splitBytes()),
            new SegmentOptions(args.compression(), args.sqlite()),
            args.embeddings().map(LocalCopy::absolute).orElse(""),
            args.gate(),
            engine.name(bytes),
            notes.toString(),
            args.merge(),
            read.version(),
            origin.replays());
    List<String> command =
        origin.command().orElseGet(() -> IngestCommandLine.of(args, engine, runId, token));
    try (Closeable shown =
        progress.begin(notes, bytes, engine.name(bytes) + ", " + engine.why(bytes))) {
      Commit entry =
          new RunTracker(store, clock)
              .track(IngestRun.of(plan, bytes, command), told -> run(plan, options, told))
              .orElseThrow(() -> new IOException("run '" + runId + "' left no entry in the log"));
      RunReports.write(store, entry);
      return RunSummary.of(entry);
    } finally {
      ProgressFile.delete(notes);
    }
  }

  private static void run(IngestPlan plan, PipelineOptions options, RunProgress told)
      throws IOException {
    // how many records the input has is known at its end
    try (WorkersProgress telling = WorkersProgress.begin(told, Path.of(plan.progress()), -1)) {
      IngestPipeline.run(plan, options);
    }
  }

  private void requireNames() {
    try {
      Names.requireContext(args.context());
      Names.requireCollection(args.collection());
      args.runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
