package simile.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.ContractRef;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.log.State;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSources;
import simile.merge.VectorReader;
import simile.record.IdRange;
import simile.record.Position;
import simile.record.Schema;
import simile.rewrite.RewriteBatch;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.write.SegmentOptions;
import simile.segment.write.SegmentWriter;
import simile.segment.write.Stages;
import simile.testkit.MemoryFiles;

/** A store of analogies that is written without runs and runners, a few rows at a time. */
final class SmallStore {
  static final CollectionKey KEY = new CollectionKey("default", "analogies");
  static final int DIMENSION = 2;
  private static final String FOLDER = "contexts/default/analogies";
  private static final String CONTRACT = FOLDER + "/contracts/c.odcs.yaml";

  private final StoreFiles files = new MemoryFiles();
  private final CommitLog log = CommitLog.open(files);
  private final Contract contract = BuiltInContracts.find("analogies").orElseThrow();
  private final Schema schema = contract.schema().withDimension(OptionalInt.of(DIMENSION));
  private int runs;

  SmallStore() throws IOException {
    files.putIfAbsent(CONTRACT, contract.source());
  }

  /** What is written under an id: a record's version and domain, or a deletion. */
  record Write(String id, Optional<String> domain, int number, long commit, long position) {

    static Write record(String id, String domain, int number) {
      return new Write(id, Optional.of(domain), number, 0, 0);
    }

    static Write deletion(String id) {
      return new Write(id, Optional.empty(), 0, 0, 0);
    }

    /** As a deletion by criteria that read a version. */
    static Write deletionUpTo(String id, long version) {
      return new Write(id, Optional.empty(), 0, version, Position.LAST);
    }

    String json() {
      return "{\"id\":\"%s\",\"source_domain\":\"%s\",\"target_domain\":\"t\",\"quality_score\":0.5,\"n\":%d}"
          .formatted(id, domain.orElseThrow(), number);
    }

    /** Every third record has a vector. */
    boolean hasVector() {
      return number % 3 == 0;
    }

    float[] vector() {
      return new float[] {number, -number};
    }
  }

  StoreFiles files() {
    return files;
  }

  CommitLog log() {
    return log;
  }

  State state() throws IOException {
    return log().state();
  }

  CollectionState collection() throws IOException {
    return state().collection(KEY).orElseThrow();
  }

  /** Commits each list of writes as one segment, all as one version. */
  long commit(List<List<Write>> segments, Compression compression) throws IOException {
    String run = "run-" + runs++;
    SegmentWriter writer =
        new SegmentWriter(files(), FOLDER, new SegmentOptions(compression, false), new Stages());
    List<Segment> written = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      RewriteBatch batch = new RewriteBatch(schema, contract.unstored(), 0);
      for (int i = 0; i < segments.get(s).size(); i++) {
        add(segments.get(s).get(i), Position.of(s, i), batch);
      }
      writer.write(run + "-" + s, batch.build()).ifPresent(written::add);
    }
    return append(Operation.INGEST, run, change(written, List.of(), List.of()));
  }

  long commit(Write... writes) throws IOException {
    return commit(List.of(List.of(writes)), Compression.NONE);
  }

  private static void add(Write write, long place, RewriteBatch batch) throws IOException {
    byte[] id = write.id().getBytes(UTF_8);
    long position = write.position() == 0 ? place : write.position();
    if (write.domain().isEmpty()) {
      batch.addDeletion(id, id.length, write.commit(), position);
      return;
    }
    byte[] line = write.json().getBytes(UTF_8);
    if (write.hasVector()) {
      batch.add(line, 0, line.length, id, id.length, 0, position, write.vector());
    } else {
      batch.add(line, 0, line.length, id, id.length, 0, position);
    }
  }

  /** Makes the collection what it was, with a forward commit. */
  long rollback(long version) throws IOException {
    Map<String, LiveSegment> now = byName(collection().segments());
    Map<String, LiveSegment> then =
        byName(log().stateAt(version).collection(KEY).orElseThrow().segments());
    Set<String> removes = new HashSet<>(now.keySet());
    removes.removeAll(then.keySet());
    List<LiveSegment> restores =
        then.values().stream().filter(l -> !now.containsKey(l.segment().name())).toList();
    Change change = change(List.of(), restores, List.copyOf(removes));
    return append(Operation.ROLLBACK, "run-" + runs++, change);
  }

  private static Map<String, LiveSegment> byName(List<LiveSegment> segments) {
    Map<String, LiveSegment> byName = new LinkedHashMap<>();
    segments.forEach(live -> byName.put(live.segment().name(), live));
    return byName;
  }

  private Change change(List<Segment> adds, List<LiveSegment> restores, List<String> removes) {
    ContractRef ref =
        new ContractRef(contract.id(), contract.version(), contract.sha256(), CONTRACT);
    return new Change(
        KEY.context(), KEY.collection(), ref, schema, adds, restores, removes, List.of());
  }

  /** Changes the contract, and nothing else. */
  void changeContract(String version) throws IOException {
    ContractRef ref = new ContractRef(contract.id(), version, contract.sha256(), CONTRACT);
    append(
        Operation.INGEST,
        "run-" + runs++,
        new Change(
            KEY.context(),
            KEY.collection(),
            ref,
            schema,
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  void fence(String run, String token) throws IOException {
    log().append(draft(Operation.FENCE, run, token, List.of()));
  }

  private long append(Operation operation, String run, Change change) throws IOException {
    return log().append(draft(operation, run, "token-" + run, List.of(change))).commit().version();
  }

  private static DraftCommit draft(
      Operation operation, String run, String token, List<Change> changes) {
    return new DraftCommit(
        operation,
        run,
        token,
        "",
        changes,
        Optional.empty(),
        List.of(),
        Counts.ZERO,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>());
  }

  /** Plans from the newest version. */
  CompactionPlan plan(String run, CompactionRules rules) throws IOException {
    State state = state();
    List<Group> groups =
        new CompactionPlanner(files(), rules, Optional.empty())
            .plan(KEY, state.collection(KEY).orElseThrow(), 0);
    return new CompactionPlan(
        files.root(), run, "", Instant.EPOCH, "plain", state.version(), rules, groups);
  }

  /** Compacts all ranges of a group. */
  List<RangeResult> compact(CompactionPlan plan, Group group, Random random) throws IOException {
    GroupInput input = input(plan, group);
    RangeCompactor compactor = new RangeCompactor(files(), plan.runId(), plan.rules(), random);
    List<RangeResult> results = new ArrayList<>();
    for (int range = 0; range < group.ranges().size(); range++) {
      results.add(compactor.compact(input, range));
    }
    return results;
  }

  GroupOutcome finish(CompactionPlan plan, Group group, List<RangeResult> results)
      throws IOException {
    return new GroupCommitter(plan, files(), log()).commit(input(plan, group), results);
  }

  /** Plans, compacts and commits. */
  List<GroupOutcome> compact(CompactionRules rules, Random random) throws IOException {
    CompactionPlan plan = plan("compact-" + runs++, rules);
    List<GroupOutcome> outcomes = new ArrayList<>();
    for (Group group : plan.groups()) {
      outcomes.add(finish(plan, group, compact(plan, group, random)));
    }
    return outcomes;
  }

  private GroupInput input(CompactionPlan plan, Group group) throws IOException {
    return GroupInput.of(files(), log().stateAt(plan.version()), group);
  }

  Commit commit(long version) throws IOException {
    return log().read(version);
  }

  /** Every live record by id, with its vector. */
  Map<String, String> live() throws IOException {
    Map<String, String> live = new TreeMap<>();
    try (SegmentSources sources = SegmentSources.open(files(), collection().segments());
        RowReader rows = new RowReader(files());
        VectorReader vectors = new VectorReader(files())) {
      KeyMerge merge = KeyMerge.of(sources.list(), IdRange.ALL);
      while (merge.next()) {
        Entry entry = merge.entry();
        if (!entry.isDeletion()) {
          byte[] json = rows.read(entry);
          byte[] whole = entry.vector() < 0 ? json : vectors.putBack(entry, json);
          live.put(entry.id(), new String(whole, UTF_8));
        }
      }
    }
    return live;
  }

  /** What {@link #live} has for a record. */
  static String shown(Write write) {
    String json = write.json();
    return write.hasVector()
        ? json.substring(0, json.length() - 1)
            + ",\"embedding\":[%s,%s]}".formatted((float) write.number(), (float) -write.number())
        : json;
  }
}
