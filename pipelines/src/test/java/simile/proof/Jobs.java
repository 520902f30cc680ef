package simile.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.ContractException;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jobs.EmbeddedEngine;
import simile.jobs.IngestArgs;
import simile.jobs.IngestJob;
import simile.jobs.InputLimits;
import simile.jobs.ProgressListener;
import simile.jobs.RunName;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

/** Runs whole ingest jobs. */
public final class Jobs {
  private Jobs() {}

  /** An ingest of analogies into a store. */
  public static IngestArgs args(Path store, String runId, String... inputs) {
    return args(store.toString(), runId, runId, Gate.OPEN, InputLimits.DEFAULT_SPLIT_BYTES, inputs);
  }

  /** An ingest of analogies into a store. */
  public static IngestArgs args(
      String store, String runId, String token, Gate gate, long splitBytes, String... inputs) {
    return new IngestArgs(
        store,
        "default",
        "analogies",
        List.of(inputs),
        Optional.empty(),
        Optional.empty(),
        new SegmentOptions(Compression.NONE, true),
        gate,
        new InputLimits(InputLimits.DEFAULT_MAX_LINE_BYTES, splitBytes),
        new RunName(Optional.of(runId), Optional.of(token)),
        MergeMode.LATEST);
  }

  /** Runs it on the Direct runner. */
  public static RunSummary direct(IngestArgs args) throws IOException, ContractException {
    return run(args, RunnerKind.DIRECT, Clock.systemUTC());
  }

  /** Runs it, as if submitted at the clock's time. */
  public static RunSummary run(IngestArgs args, RunnerKind runner, Clock clock)
      throws IOException, ContractException {
    return new IngestJob(
            args,
            new EmbeddedEngine(Optional.of(runner), OptionalInt.of(2), List.of()),
            clock,
            InputStream.nullInputStream(),
            ProgressListener.NONE)
        .run();
  }
}
