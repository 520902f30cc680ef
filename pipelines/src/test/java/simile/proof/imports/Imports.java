package simile.proof.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.contract.ContractException;
import simile.ingest.Gate;
import simile.jobs.EmbeddedEngine;
import simile.jobs.InputLimits;
import simile.jobs.ProgressListener;
import simile.jobs.RunName;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jobs.imports.ImportArgs;
import simile.jobs.imports.ImportJob;
import simile.jobs.imports.MergeStrategy;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

/** Runs whole imports. */
final class Imports {
  private Imports() {}

  static ImportArgs args(Path store, MergeStrategy strategy, Path... inputs) {
    return new ImportArgs(
        store.toString(),
        "default",
        Optional.empty(),
        Arrays.stream(inputs).map(Path::toString).toList(),
        Optional.empty(),
        Optional.empty(),
        strategy,
        new SegmentOptions(Compression.NONE, true),
        Gate.OPEN,
        InputLimits.DEFAULT,
        RunName.NONE);
  }

  static RunSummary run(Path store, Path... inputs) throws IOException, ContractException {
    return job(args(store, MergeStrategy.OVERWRITE, inputs), RunnerKind.DIRECT).run();
  }

  static ImportJob job(ImportArgs args, RunnerKind runner) {
    return new ImportJob(
        args,
        new EmbeddedEngine(Optional.of(runner), OptionalInt.of(2), List.of()),
        Clock.systemUTC(),
        InputStream.nullInputStream(),
        ProgressListener.NONE,
        List.of());
  }
}
