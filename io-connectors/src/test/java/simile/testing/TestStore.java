package simile.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.files.LocalFiles;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.layout.Layout;
import simile.layout.Names;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.ContractRef;
import simile.log.Operation;
import simile.log.RunIdentity;
import simile.log.Sleeper;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.record.Schema;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;
import simile.store.AsOf;
import simile.store.Snapshot;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** A store that tests write to without a pipeline, under a clock of their own. */
public final class TestStore {
  public static final CollectionKey ANALOGIES = new CollectionKey("default", "analogies");

  private static final ContractRef CONTRACT =
      new ContractRef(
          "analogies", "1.0.0", "ab".repeat(32), "contexts/default/analogies/contracts/c.yaml");

  private final StoreFiles files;
  private final TestClock clock;
  private final CommitLog log;
  private int attempts;

  private TestStore(StoreFiles files, TestClock clock) throws IOException {
    this.files = files;
    this.clock = clock;
    this.log = CommitLog.open(files, clock, Sleeper.SYSTEM);
  }

  public static TestStore at(Path folder) throws IOException {
    return over(new LocalFiles(folder), new TestClock());
  }

  public static TestStore over(StoreFiles files, TestClock clock) throws IOException {
    return new TestStore(files, clock);
  }

  public StoreFiles files() {
    return files;
  }

  public TestClock clock() {
    return clock;
  }

  public CommitLog log() {
    return log;
  }

  public Store store() {
    return Store.of(files, log);
  }

  public static RunIdentity run(String id) {
    return new RunIdentity(id, id, "00".repeat(32));
  }

  /** A record with the least that it needs. */
  public static String line(String id, int content) {
    return "{\"id\":\"%s\",\"source_domain\":\"d%d\",\"quality_score\":0.%d,\"created_at\":\"2026-01-01T00:00:00Z\"}"
        .formatted(id, content % 3, content);
  }

  /** Writes what a run would commit, but commits nothing. A line {@code -ID} is a deletion. */
  public Segment write(String run, String... lines) throws IOException {
    return write(ANALOGIES, run, List.of(lines));
  }

  private Segment write(CollectionKey key, String run, List<String> lines) throws IOException {
    String attempt = HexFormat.of().toHexDigits(0x10000000 + attempts++);
    String name = "%s-00000-00-%s".formatted(Names.fileStem(run), attempt);
    SegmentWriter writer =
        new SegmentWriter(
            files,
            Layout.collection(key.context(), key.collection()),
            new SegmentOptions(Compression.NONE, false),
            new Stages());
    return writer.write(name, Batches.of(schema(), lines)).orElseThrow();
  }

  /** Commits a segment. */
  public long commit(CollectionKey key, String run, Segment segment) throws IOException {
    clock.tick();
    byte[] contract = "a contract\n".getBytes(UTF_8);
    boolean unused = files.putIfAbsent(CONTRACT.path(), contract);
    DataFile file =
        DataFile.of(FileKind.CONTRACT, CONTRACT.path(), 0, contract.length, Sha256.of(contract));
    Change change =
        new Change(
            key.context(),
            key.collection(),
            CONTRACT,
            schema(),
            List.of(segment),
            List.of(),
            List.of(),
            List.of(file));
    Commit commit =
        log.append(
                run(run)
                    .draft(Operation.INGEST, List.of(change), Optional.empty(), new TreeMap<>()))
            .commit();
    return commit.version();
  }

  /** Writes and commits. @return the version */
  public long ingest(String run, String... lines) throws IOException {
    return ingest(ANALOGIES, run, lines);
  }

  public long ingest(CollectionKey key, String run, String... lines) throws IOException {
    return commit(key, run, write(key, run, List.of(lines)));
  }

  /** Says that a run works. */
  public void announce(String run, SortedMap<String, String> metadata) throws IOException {
    Workflow workflow =
        Workflow.pending(run, "analogy_creation", "default", "analogies", clock.instant())
            .withMetadata(metadata)
            .started(clock.instant());
    new Workflows(files).write(workflow);
  }

  /** The records of the collection, by id; none if there is no such collection. */
  public SortedMap<String, String> records(AsOf asOf) throws IOException {
    return records(store(), asOf);
  }

  public static SortedMap<String, String> records(Store store, AsOf asOf) throws IOException {
    SortedMap<String, String> records = new TreeMap<>();
    Snapshot snapshot = store.snapshot(asOf);
    if (!snapshot.collections().contains(ANALOGIES)) {
      return records;
    }
    try (Rows rows = snapshot.collection("default", "analogies").query(Query.ALL)) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        records.put(row.get().id(), row.get().json());
      }
    }
    return records;
  }

  public List<LiveSegment> segments(long version) throws IOException {
    var state = log.stateAt(version).collection(ANALOGIES);
    return state.isPresent() ? state.get().segments() : List.of();
  }

  /** Every file below a folder, with its path. */
  public List<String> list(String folder) throws IOException {
    List<String> all = new ArrayList<>();
    for (String name : files.list(folder)) {
      String path = folder + "/" + name;
      if (name.endsWith("/")) {
        all.addAll(list(path.substring(0, path.length() - 1)));
      } else {
        all.add(path);
      }
    }
    return all;
  }

  private static Schema schema() {
    return Schemas.analogies(OptionalInt.of(2));
  }

  /** A clock that moves when it is told to. */
  public static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-01-31T12:00:00Z");

    public void tick() {
      pass(Duration.ofSeconds(1));
    }

    public synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
