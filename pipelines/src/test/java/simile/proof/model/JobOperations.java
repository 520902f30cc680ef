package simile.proof.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import simile.compact.CompactionRules;
import simile.contract.ContractException;
import simile.files.LocalFiles;
import simile.ingest.Gate;
import simile.jobs.EmbeddedEngine;
import simile.jobs.RunnerKind;
import simile.jobs.compact.CompactionArgs;
import simile.jobs.compact.CompactionJob;
import simile.jobs.delete.DeleteArgs;
import simile.jobs.delete.DeleteJob;
import simile.jobs.delete.UndeleteJob;
import simile.jobs.rollback.RollbackArgs;
import simile.jobs.rollback.RollbackJob;
import simile.jobs.vacuum.VacuumArgs;
import simile.jobs.vacuum.VacuumJob;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.proof.Jobs;
import simile.query.Criteria;
import simile.store.AsOf;
import simile.store.Store;
import simile.tags.Tags;

/**
 * Changes a store by whole jobs: pipelines on the Direct runner, where the job is one.
 *
 * @param store where the store is
 * @param inputs a folder for input files
 */
record JobOperations(Path store, Path inputs) implements Operations {
  private static final Clock CLOCK = Clock.systemUTC();

  @Override
  public Store open() throws IOException {
    LocalFiles files = new LocalFiles(store);
    return Store.of(files, CommitLog.open(files));
  }

  @Override
  public void ingest(String run, Step.Ingest ingest) throws IOException {
    String lines = ingest.lines().stream().map(l -> l.json() + "\n").collect(Collectors.joining());
    byte[] bytes = lines.getBytes(UTF_8);
    Path input = Files.write(inputs.resolve(run + ".jsonl"), bytes);
    long splitBytes = ingest.split() ? Math.max(1024, bytes.length / 2 + 1) : 1 << 20;
    try {
      Jobs.direct(Jobs.args(store.toString(), run, run, Gate.OPEN, splitBytes, input.toString()));
    } catch (ContractException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void delete(String run, List<String> ids) throws IOException {
    new DeleteJob(args(run, ids, Criteria.ALL), engine(), CLOCK, InputStream.nullInputStream())
        .run();
  }

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException {
    if (filter.criteria().equals(Criteria.ALL)) {
      // No command deletes everything by criteria.
      delete(run, List.copyOf(Inspection.ids(open())));
    } else {
      new DeleteJob(
              args(run, List.of(), filter.criteria()),
              engine(),
              CLOCK,
              InputStream.nullInputStream())
          .run();
    }
  }

  @Override
  public void undelete(String run, List<String> ids) throws IOException {
    new UndeleteJob(args(run, ids, Criteria.ALL), CLOCK, InputStream.nullInputStream()).run();
  }

  @Override
  public void compact(String run, boolean full, Meanwhile meanwhile) throws IOException {
    CompactionArgs args =
        new CompactionArgs(
            store.toString(),
            Optional.empty(),
            Optional.empty(),
            new CompactionRules(1 << 12, full),
            Optional.empty(),
            Optional.of(run));
    new CompactionJob(args, engine(), CLOCK).run(plan -> {});
  }

  @Override
  public void rollback(String run, long version) throws IOException {
    new RollbackJob(
            new RollbackArgs(
                store.toString(),
                new AsOf.Version(version),
                Long.toString(version),
                Optional.empty(),
                "",
                Optional.of(run),
                Optional.empty()),
            CLOCK)
        .run();
  }

  @Override
  public void tag(String run, String name, long version) throws IOException {
    new Tags(open()).add(identity(run), name, new AsOf.Version(version));
  }

  @Override
  public void untag(String run, String name) throws IOException {
    new Tags(open()).delete(identity(run), name);
  }

  @Override
  public void vacuum(String run, Duration olderThan) throws IOException {
    VacuumArgs args =
        new VacuumArgs(store.toString(), olderThan, Optional.of(run), Optional.empty());
    new VacuumJob(args, CLOCK).run();
  }

  private DeleteArgs args(String run, List<String> ids, Criteria criteria) {
    return new DeleteArgs(
        store.toString(),
        "default",
        "analogies",
        ids,
        Optional.empty(),
        criteria,
        "",
        Optional.of(run),
        Optional.empty());
  }

  private static RunIdentity identity(String run) {
    return new RunIdentity(run, run, "0".repeat(64));
  }

  private static EmbeddedEngine engine() {
    return new EmbeddedEngine(Optional.of(RunnerKind.DIRECT), OptionalInt.of(2), List.of());
  }
}
