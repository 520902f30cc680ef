package simile.jobs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import simile.connectors.BeamInputs;
import simile.contract.ContractException;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.foreign.ForeignFileException;
import simile.foreign.ForeignFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.RunOrigin;
import simile.input.InputOpener;
import simile.input.Piece;
import simile.jobs.ContractChoice;
import simile.jobs.EarlierRun;
import simile.jobs.Engine;
import simile.jobs.ProgressListener;
import simile.jobs.RecordsRun;
import simile.jobs.RefusedException;
import simile.jobs.RunSummary;
import simile.layout.Names;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.store.Store;

/** From foreign files to a committed version. */
public final class ImportJob {
  private final ImportArgs args;
  private final Engine engine;
  private final Clock clock;
  private final InputStream standardInput;
  private final ProgressListener progress;
  private final List<SourceFinder> more;
  private final List<SourceFinder> finders;
  private final InputOpener inputs = new BeamInputs();
  private final ForeignFiles looking;

  /**
   * Prepares a job.
   *
   * @param engine what runs it
   * @param standardInput what the input {@code -} means
   * @param others kinds of input besides bundles, files and folders of exports; asked first
   */
  public ImportJob(
      ImportArgs args,
      Engine engine,
      Clock clock,
      InputStream standardInput,
      ProgressListener progress,
      List<SourceFinder> others) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
    this.standardInput = standardInput;
    this.progress = progress;
    this.looking = new ForeignFiles(inputs, args.limits().maxLineBytes());
    this.more = new ArrayList<>(others);
    more.add(BundleSource.finder(Path.of(System.getProperty("java.io.tmpdir"))));
    this.finders = new ArrayList<>(more);
    finders.add(ExportFolderSource.finder(looking));
    finders.add(FileSource.finder(looking));
  }

  /**
   * Runs to the end.
   *
   * @return how it ended; also when its gate failed, and when it, or its token, had been committed
   *     before
   * @throws RefusedException if the arguments make no sense, or a file is refused; nothing was done
   * @throws ContractException if a contract is broken; nothing was done
   * @throws simile.log.CommitConflictException nothing was committed
   * @throws simile.log.CommitUnknownException it may be committed; run it again with the same run
   *     id to learn it
   * @throws IOException nothing was committed
   */
  public RunSummary run() throws IOException, ContractException {
    requireNames();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    try (ImportInputs in = ImportInputs.of(args, standardInput)) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      RunIdentity run = identity(now, in);
      Optional<Commit> earlier =
          EarlierRun.find(log(), run.runId(), run.token(), run.argumentsSha256());
      return earlier.isPresent() ? again(earlier.get(), in) : run(run, now, in);
    } catch (ForeignFileException e) {
      throw ImportInputs.refused(e);
    }
  }

  /**
   * Says what it would do, and does nothing: reads and checks every record, and compares it with
   * what the store has.
   *
   * @throws RefusedException if the arguments make no sense, or a file is refused
   * @throws ContractException if a contract is broken
   */
  public ImportPreview.Result preview(ImportPreview.Sink sink)
      throws IOException, ContractException {
    requireNames();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    try (ImportInputs in = ImportInputs.of(args, standardInput)) {
      List<CollectionPlan> plans =
          new ImportPlanner(args, looking)
              .plan(in.look(args, finders, looking), log().state(), files());
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      return new ImportPreview(plans, args.gate(), now, files(), inputs).run(sink);
    } catch (ForeignFileException e) {
      throw ImportInputs.refused(e);
    }
  }

  private RunSummary run(RunIdentity run, Instant now, ImportInputs in)
      throws IOException, ContractException {
    List<CollectionPlan> plans =
        new ImportPlanner(args, looking)
            .plan(in.look(args, finders, looking), log().state(), files());
    // Only now: what was refused must leave nothing, not even an empty store.
    Store store = Store.openOrCreate(args.store());
    RecordsRun.Work work =
        new RecordsRun.Work(run, now, args.gate(), RunOrigin.importing(formats(plans)), plans);
    RunSummary summary =
        new RecordsRun(store, engine, clock, progress)
            .run(work, ImportCommandLine.of(args, engine, run.runId(), run.token()));
    if (summary.completed()) {
      in.committed(store.files());
    }
    return summary;
  }

  /** A run that was killed after its commit may have left something to be brought. */
  private RunSummary again(Commit entry, ImportInputs in) throws IOException, ContractException {
    if (entry.operation().isDone()) {
      in.lookAgain(args, more);
      in.committed(files());
    }
    return RunSummary.of(entry);
  }

  /** The formats of the input, for people. */
  private static String formats(List<CollectionPlan> plans) {
    return plans.stream()
        .flatMap(plan -> plan.splits().stream())
        .flatMap(split -> split.pieces().stream())
        .map(Piece::file)
        .map(file -> file.format().label())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private RunIdentity identity(Instant now, ImportInputs in) throws IOException {
    String contract =
        args.contract().isEmpty() ? "" : Sha256.of(ContractChoice.read(args.contract().get()));
    String id = args.name().idOr("import", now);
    return new RunIdentity(
        id, args.name().tokenOf(id), args.digest(contract, in.standardInputSha256()));
  }

  /** The store as it is; where there is none, an empty one that is nowhere. */
  private StoreFiles files() throws IOException {
    return StoreFilesOpener.fromClassPath().open(args.store());
  }

  private CommitLog log() throws IOException {
    return CommitLog.open(files());
  }

  private void requireNames() {
    try {
      Names.requireContext(args.context());
      args.collection().ifPresent(Names::requireCollection);
      args.name().runId().ifPresent(Names::requireRunId);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }
}
