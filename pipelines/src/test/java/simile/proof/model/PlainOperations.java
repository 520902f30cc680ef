package simile.proof.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import simile.compact.CompactionPlan;
import simile.compact.CompactionRules;
import simile.compact.RangeResult;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.files.StoreFiles;
import simile.ingest.IngestPlan;
import simile.input.SplitPlanner;
import simile.jsonl.Compression;
import simile.layout.Names;
import simile.log.CommitLog;
import simile.log.RunIdentity;
import simile.proof.MemoryInputs;
import simile.proof.PlainCompact;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.rollback.Rollback;
import simile.segment.write.SegmentOptions;
import simile.store.AsOf;
import simile.store.Store;
import simile.tags.Tags;
import simile.undelete.UndeleteOutcome;
import simile.undelete.UndeletePlan;
import simile.undelete.Undeleter;
import simile.vacuum.AnnouncedRun;
import simile.vacuum.Vacuum;

/**
 * Changes a store through the classes that do the work, in one thread, without a runner.
 *
 * @param sqlite whether shards are written
 * @param announced every run so far; none lives any more when a vacuum runs
 */
record PlainOperations(StoreFiles files, Clock clock, boolean sqlite, Set<String> announced)
    implements Operations {

  @Override
  public Store open() throws IOException {
    return Store.of(files, log());
  }

  @Override
  public void ingest(String run, Step.Ingest ingest) throws IOException {
    announced.add(run);
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
    announced.add(run);
    PlainDelete delete = new PlainDelete(open(), run);
    DeletePlan plan = delete.planOfIds(ids);
    delete.commit(plan, delete.write(plan));
  }

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException {
    announced.add(run);
    PlainDelete delete = new PlainDelete(open(), run);
    DeletePlan plan = delete.planOf(filter.criteria(), 10);
    List<DeleteResult> written = delete.write(plan);
    meanwhile.happen();
    delete.commit(plan, written);
  }

  @Override
  public void undelete(String run, List<String> ids) throws IOException {
    announced.add(run);
    UndeletePlan plan =
        new UndeletePlan(run, run, "0".repeat(64), "default", "analogies", ids, "", Instant.EPOCH);
    UndeleteOutcome unused = new Undeleter(open(), plan).run();
  }

  @Override
  public void compact(String run, boolean full, Meanwhile meanwhile) throws IOException {
    announced.add(run);
    PlainCompact compact =
        new PlainCompact(open(), run, new CompactionRules(full ? 1 << 12 : 1 << 10, full));
    CompactionPlan plan = compact.plan();
    Map<Integer, List<RangeResult>> written = compact.write(plan);
    meanwhile.happen();
    compact.commit(plan, written);
  }

  @Override
  public void rollback(String run, long version) throws IOException {
    announced.add(run);
    new Rollback(open()).run(identity(run), new AsOf.Version(version), Optional.empty(), "");
  }

  @Override
  public void tag(String run, String name, long version) throws IOException {
    announced.add(run);
    new Tags(open()).add(identity(run), name, new AsOf.Version(version));
  }

  @Override
  public void untag(String run, String name) throws IOException {
    announced.add(run);
    new Tags(open()).delete(identity(run), name);
  }

  @Override
  public void vacuum(String run, Duration olderThan) throws IOException {
    announced.add(run);
    new Vacuum(open(), this::deadRuns, clock).run(identity(run), olderThan);
  }

  private List<AnnouncedRun> deadRuns() {
    return announced.stream()
        .map(
            run ->
                new AnnouncedRun(
                    Names.fileStem(run), Optional.of(run), false, OptionalLong.empty()))
        .toList();
  }

  private static RunIdentity identity(String run) {
    return new RunIdentity(run, run, "0".repeat(64));
  }

  private CommitLog log() throws IOException {
    return CommitLog.open(files, clock, duration -> {});
  }
}
