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
import simile.ingest.RunPlan;
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
import simile.vacuum.Vacuum;
import simile.workflow.AnnouncedRun;

/**
 * Changes a store through the classes that do the work, in one thread, without a runner, and with a
 * log that stays open.
 */
final class PlainOperations implements Operations {
  private final StoreFiles files;
  private final Clock clock;
  private final boolean sqlite;
  private final Set<String> announced;
  private final long targetBytes;
  private Optional<Store> session = Optional.empty();

  /**
   * @param sqlite whether shards are written
   * @param announced every run so far; none lives any more when a vacuum runs
   */
  PlainOperations(StoreFiles files, Clock clock, boolean sqlite, Set<String> announced) {
    this(files, clock, sqlite, announced, CompactionRules.LEAST_TARGET_BYTES);
  }

  /**
   * @param targetBytes about how large compactions make a segment; four times that if they are full
   */
  PlainOperations(
      StoreFiles files, Clock clock, boolean sqlite, Set<String> announced, long targetBytes) {
    this.files = files;
    this.clock = clock;
    this.sqlite = sqlite;
    this.announced = announced;
    this.targetBytes = targetBytes;
  }

  @Override
  public Store open() throws IOException {
    return Store.of(files, CommitLog.open(files, clock, duration -> {}));
  }

  private Store session() throws IOException {
    if (session.isEmpty()) {
      session = Optional.of(open());
    }
    return session.get();
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
    RunPlan plan = plain.plan(SplitPlanner.plan(inputs.list(), plain.splitBytes()));
    if (!plain.commit(plan, plain.ingest(plan, inputs), session().log()).committed()) {
      throw new AssertionError(run + " was not committed: " + lines);
    }
  }

  @Override
  public void delete(String run, List<String> ids) throws IOException {
    announced.add(run);
    PlainDelete delete = new PlainDelete(session(), run);
    DeletePlan plan = delete.planOfIds(ids);
    delete.commit(plan, delete.write(plan));
  }

  @Override
  public void deleteBy(String run, Filter filter, Meanwhile meanwhile) throws IOException {
    announced.add(run);
    PlainDelete delete = new PlainDelete(session(), run);
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
    UndeleteOutcome unused = new Undeleter(session(), plan).run();
  }

  @Override
  public void compact(String run, boolean full, Meanwhile meanwhile) throws IOException {
    announced.add(run);
    PlainCompact compact =
        new PlainCompact(
            session(), run, new CompactionRules(full ? 4 * targetBytes : targetBytes, full));
    CompactionPlan plan = compact.plan();
    Map<Integer, List<RangeResult>> written = compact.write(plan);
    meanwhile.happen();
    compact.commit(plan, written);
  }

  @Override
  public void rollback(String run, long version) throws IOException {
    announced.add(run);
    new Rollback(session()).run(identity(run), new AsOf.Version(version), Optional.empty(), "");
  }

  @Override
  public void tag(String run, String name, long version) throws IOException {
    announced.add(run);
    new Tags(session()).add(identity(run), name, new AsOf.Version(version));
  }

  @Override
  public void untag(String run, String name) throws IOException {
    announced.add(run);
    new Tags(session()).delete(identity(run), name);
  }

  @Override
  public void vacuum(String run, Duration olderThan) throws IOException {
    announced.add(run);
    new Vacuum(session(), this::deadRuns, clock).run(identity(run), olderThan);
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
}
