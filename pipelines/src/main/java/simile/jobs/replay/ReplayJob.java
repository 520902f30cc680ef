package simile.jobs.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.ingest.Gate;
import simile.ingest.RunDetails;
import simile.ingest.RunOrigin;
import simile.jobs.Engine;
import simile.jobs.IngestArgs;
import simile.jobs.IngestJob;
import simile.jobs.IngestOrigin;
import simile.jobs.InputLimits;
import simile.jobs.ProgressListener;
import simile.jobs.RefusedException;
import simile.jobs.RunName;
import simile.jobs.RunSummary;
import simile.layout.Layout;
import simile.log.Commit;
import simile.store.Store;

/**
 * Takes the rejected records of a run again, as an ingest of their own into the same collection.
 */
public final class ReplayJob {
  private final ReplayArgs args;
  private final Engine engine;
  private final Clock clock;

  public ReplayJob(ReplayArgs args, Engine engine, Clock clock) {
    this.args = args;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Runs to the end. The same replay asked twice commits once.
   *
   * @return how it ended; empty if the run rejected nothing
   * @throws RefusedException if the arguments make no sense; nothing was done
   * @throws ContractException if the contract is broken; nothing was done
   * @throws IOException nothing was committed
   */
  public Optional<RunSummary> run() throws IOException, ContractException {
    Store store = Store.open(args.store());
    Commit entry = store.log().byRun(args.replayed()).orElseThrow(this::unknown);
    String collection = collection(entry);
    RejectedRecords rejected = RejectedRecords.of(entry, collection, store.files());
    if (rejected.count() == 0) {
      return Optional.empty();
    }
    Path spool = Files.createTempFile("simile-replay-", ".jsonl");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
        rejected.copyTo(out);
      }
      try (InputStream in = Files.newInputStream(spool)) {
        return Optional.of(ingest(entry, collection, in));
      }
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  /** A run may have several collections: then the contract says which. */
  private String collection(Commit entry) throws IOException, ContractException {
    String names = entry.details().getOrDefault(RunDetails.COLLECTION, "");
    if (!names.contains(",")) {
      return names;
    }
    String asked = ContractParser.parse(args.contract(), contract()).name();
    if (!List.of(names.split(",", -1)).contains(asked)) {
      throw new RefusedException(
          "run '%s' was for %s; the contract is for '%s'"
              .formatted(args.replayed(), names.replace(",", ", "), asked));
    }
    return asked;
  }

  private RunSummary ingest(Commit entry, String collection, InputStream records)
      throws IOException, ContractException {
    String runId = args.id(contract());
    IngestArgs ingest =
        new IngestArgs(
            args.store(),
            entry.details().getOrDefault(RunDetails.CONTEXT, ""),
            collection,
            List.of("-"),
            Optional.of(args.contract()),
            args.embeddings(),
            args.segments(),
            Gate.OPEN,
            new InputLimits(args.maxLineBytes(), InputLimits.DEFAULT_SPLIT_BYTES),
            new RunName(Optional.of(runId), args.run().token()),
            args.merge());
    IngestOrigin origin =
        new IngestOrigin(
            RunOrigin.replaying(args.replayed()),
            Layout.audit(args.replayed()),
            Optional.of(args.command()));
    return new IngestJob(ingest, engine, clock, records, ProgressListener.NONE, origin).run();
  }

  private byte[] contract() throws IOException {
    Path file = Path.of(args.contract());
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(
          "there is no contract file '" + args.contract() + "'; check the path");
    }
    return Files.readAllBytes(file);
  }

  private RefusedException unknown() {
    return new RefusedException(
        "the log has no run '%s', so nothing that it rejected is known".formatted(args.replayed()));
  }
}
