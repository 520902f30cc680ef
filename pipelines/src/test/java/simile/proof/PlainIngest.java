package simile.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.StoreFiles;
import simile.ingest.AgreedCommitter;
import simile.ingest.CollectionPlan;
import simile.ingest.CommitGuard;
import simile.ingest.Gate;
import simile.ingest.Merging;
import simile.ingest.ProgressPlace;
import simile.ingest.ProgressSink;
import simile.ingest.ReadLimits;
import simile.ingest.RunCommitter;
import simile.ingest.RunIngester;
import simile.ingest.RunOrigin;
import simile.ingest.RunOutcome;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.InputOpener;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.jsonl.Compression;
import simile.log.CollectionKey;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.segment.write.SegmentOptions;

/**
 * An ingest without a runner: one thread, split after split, then the commit.
 *
 * @param files the store
 * @param runId the run; also its token
 * @param contract what records must be
 * @param dimension of embeddings, or -1
 * @param splitBytes about how much input becomes one segment
 * @param maxLineBytes the longest line that is no violation
 * @param gate how many rejected records are too many
 * @param segments how segments are written
 */
public record PlainIngest(
    StoreFiles files,
    String runId,
    Contract contract,
    int dimension,
    int splitBytes,
    int maxLineBytes,
    Gate gate,
    SegmentOptions segments) {

  private static final Instant SUBMITTED = Instant.parse("2026-01-02T03:04:05Z");

  private static final Contract ANALOGIES = BuiltInContracts.find("analogies").orElseThrow();

  public static PlainIngest into(StoreFiles files, String runId) {
    return new PlainIngest(
        files,
        runId,
        ANALOGIES,
        -1,
        1 << 20,
        1 << 20,
        Gate.OPEN,
        new SegmentOptions(Compression.NONE, true));
  }

  public PlainIngest withContract(Contract other) {
    return new PlainIngest(
        files, runId, other, dimension, splitBytes, maxLineBytes, gate, segments);
  }

  public PlainIngest withDimension(int numbers) {
    return new PlainIngest(
        files, runId, contract, numbers, splitBytes, maxLineBytes, gate, segments);
  }

  public PlainIngest withSplitBytes(int bytes) {
    return new PlainIngest(files, runId, contract, dimension, bytes, maxLineBytes, gate, segments);
  }

  public PlainIngest withMaxLineBytes(int bytes) {
    return new PlainIngest(files, runId, contract, dimension, splitBytes, bytes, gate, segments);
  }

  public PlainIngest withGate(Gate other) {
    return new PlainIngest(
        files, runId, contract, dimension, splitBytes, maxLineBytes, other, segments);
  }

  public PlainIngest withSegments(SegmentOptions other) {
    return new PlainIngest(
        files, runId, contract, dimension, splitBytes, maxLineBytes, gate, other);
  }

  /** Ingests files of a folder. */
  public RunOutcome run(LocalInputs inputs, String... names) throws IOException {
    return run(inputs, inputs.files(names));
  }

  /** Ingests files. */
  public RunOutcome run(InputOpener inputs, List<SourceFile> sources) throws IOException {
    RunPlan plan = plan(SplitPlanner.plan(sources, splitBytes));
    return commit(plan, ingest(plan, inputs), inputs);
  }

  /** Makes the splits agree on how long vectors are, and commits. */
  public RunOutcome commit(RunPlan plan, List<SplitResult> results, InputOpener inputs)
      throws IOException {
    return new AgreedCommitter(
            files,
            CommitLog.open(files),
            () -> UUID.randomUUID().toString().substring(0, 8),
            inputs,
            new Random())
        .commit(plan, results, CommitGuard.NONE);
  }

  /** Reads, checks and writes, without the commit. */
  public List<SplitResult> ingest(RunPlan plan, InputOpener inputs) throws IOException {
    List<SplitResult> results = new ArrayList<>();
    try (RunIngester ingester =
        new RunIngester(plan, files, inputs, ProgressSink.NONE, new Random())) {
      for (Split split : plan.splits()) {
        results.add(ingester.ingest(split));
      }
    }
    return results;
  }

  /** Commits what was written. */
  public RunOutcome commit(RunPlan plan, List<SplitResult> results) throws IOException {
    return commit(plan, results, CommitLog.open(files));
  }

  /** Commits what was written, to a log that is open. */
  public RunOutcome commit(RunPlan plan, List<SplitResult> results, CommitLog log)
      throws IOException {
    return new RunCommitter(plan, files, log, () -> UUID.randomUUID().toString().substring(0, 8))
        .commit(results);
  }

  /** The plan for these splits. */
  public RunPlan plan(List<Split> splits) {
    return plan(splits, Merging.LATEST);
  }

  /** The plan for these splits. */
  public RunPlan plan(List<Split> splits, Merging merging) {
    return planOf(List.of(collection(splits, merging)));
  }

  /** What is done to the contract's collection. */
  public CollectionPlan collection(List<Split> splits, Merging merging) {
    return new CollectionPlan(
        new CollectionKey("default", contract.name()),
        contract,
        dimension,
        splits,
        new ReadLimits(maxLineBytes, splitBytes),
        segments,
        "",
        merging);
  }

  /** The plan for these collections. */
  public RunPlan planOf(List<CollectionPlan> collections) {
    return new RunPlan(
        files.root(),
        new RunIdentity(runId, runId, "0".repeat(64)),
        SUBMITTED,
        gate,
        "none",
        ProgressPlace.NOWHERE,
        RunOrigin.INGEST,
        collections);
  }
}
