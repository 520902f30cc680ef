package simile.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.InputFiles;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.ingest.CollectionPlan;
import simile.input.SourceFile;
import simile.log.Commit;
import simile.log.RunIdentity;
import simile.log.State;
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
    args.requireNames();
    if (engine.isDetached() && args.inputs().contains(StandardInput.SIGN)) {
      throw new RefusedException(
          "--detached with standard input: what was read would be gone before the run is done; write it to a file that the cluster can read");
    }
    Store store = Store.openOrCreate(args.store());
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    try (StandardInput in = StandardInput.read(args.inputs(), standardInput)) {
      return run(store, in);
    }
  }

  private RunSummary run(Store store, StandardInput in) throws IOException, ContractException {
    IngestShape shape = IngestShape.of(args);
    State read = store.log().state();
    Contract contract =
        ContractChoice.of(
            args.contract(), shape.key(), read.collection(shape.key()), store.files());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String runId = args.name().idOr("ingest", now);
    RunIdentity run =
        new RunIdentity(
            runId, args.name().tokenOf(runId), args.digest(contract.sha256(), in.sha256()));
    Optional<Commit> earlier =
        EarlierRun.find(store.log(), runId, run.token(), run.argumentsSha256());
    if (earlier.isPresent()) {
      return RunSummary.of(earlier.get());
    }
    List<SourceFile> files =
        in.named(InputFiles.list(in.inputs(args.inputs())), origin.standardInput());
    CollectionPlan plan = shape.plan(read, contract, files);
    List<String> command =
        origin.command().orElseGet(() -> IngestCommandLine.of(args, engine, runId, run.token()));
    return new RecordsRun(store, engine, clock, progress)
        .run(new RecordsRun.Work(run, now, args.gate(), origin.run(), List.of(plan)), command);
  }
}
