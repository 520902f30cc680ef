package simile.proof.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.files.StoreFiles;
import simile.ingest.IngestPlan;
import simile.input.SplitPlanner;
import simile.jsonl.Compression;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.rollback.Rollback;
import simile.segment.write.SegmentOptions;
import simile.store.AsOf;
import simile.store.Store;
import simile.tags.Tags;
import simile.vacuum.Vacuum;

/**
 * Changes a store through the classes that do the work, in one thread, without a runner.
 *
 * @param sqlite whether shards are written
 */
record PlainOperations(StoreFiles files, Clock clock, boolean sqlite) implements Operations {

  @Override
  public Store open() throws IOException {
    return Store.of(files, log());
  }

  @Override
  public void ingest(String run, Step.Ingest ingest) throws IOException {
    String lines = ingest.lines().stream().map(l -> l.json() + "\n").collect(Collectors.joining());
    byte[] bytes = lines.getBytes(UTF_8);
    MemoryInputs inputs = MemoryInputs.of(run + ".jsonl", bytes);
    boolean vectors = ingest.lines().stream().anyMatch(l -> l instanceof Line.Put p && p.vector());
    PlainIngest plain =
        PlainIngest.into(files, run)
            .withSplitBytes(ingest.split() ? bytes.length / 2 + 1 : 1 << 20)
            .withDimension(vectors ? 2 : -1)
            .withSegments(new SegmentOptions(Compression.NONE, sqlite));
    IngestPlan plan = plain.plan(SplitPlanner.plan(inputs.list(), plain.splitBytes()));
    if (!plain.commit(plan, plain.ingest(plan, inputs), log()).committed()) {
      throw new AssertionError(run + " was not committed: " + lines);
    }
  }

  @Override
  public void delete(String run, List<String> ids) throws IOException {
    PlainDelete delete = new PlainDelete(open(), run);
    DeletePlan plan = delete.planOfIds(ids);
    delete.commit(plan, delete.write(plan));
  }

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException {
    PlainDelete delete = new PlainDelete(open(), run);
    DeletePlan plan = delete.planOf(filter.criteria(), 10);
    List<DeleteResult> written = delete.write(plan);
    meanwhile.happen();
    delete.commit(plan, written);
  }

  @Override
  public void undelete(String run, List<String> ids) throws IOException {
    // TODO
  }

  @Override
  public void compact(String run, boolean full) throws IOException {
    // TODO
  }

  @Override
  public void rollback(String run, long version) throws IOException {
    new Rollback(open()).run(identity(run), new AsOf.Version(version), Optional.empty(), "");
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
    new Vacuum(open(), List::of, clock).run(identity(run), olderThan);
  }

  private static RunIdentity identity(String run) {
    return new RunIdentity(run, run, "0".repeat(64));
  }

  private CommitLog log() throws IOException {
    return CommitLog.open(files, clock, duration -> {});
  }
}
