package simile.jobs.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.jobs.Run;
import simile.jobs.RunTracker;
import simile.jobs.repair.RepairStep.Action;
import simile.layout.Names;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.LogFault;
import simile.log.Operation;
import simile.log.State;
import simile.repair.DamageFinder;
import simile.repair.Mender;
import simile.repair.SegmentDamage;
import simile.repair.StoreDamage;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.Store;

/** Repairs a store, or says what it would do. */
public final class RepairJob {
  /** The folder of what was damaged and of the ids that were lost. */
  public static final String QUARANTINE = "quarantine";

  private final Store store;
  private final StoreFiles files;
  private final RepairArgs args;
  private final Clock clock;
  private final List<RepairStep> done = new ArrayList<>();

  public RepairJob(Store store, RepairArgs args, Clock clock) {
    this.store = store;
    this.files = store.files();
    this.args = args;
    this.clock = clock;
  }

  /**
   * What there is to do; empty if nothing is damaged.
   *
   * @throws simile.log.CorruptLogException if the log itself is damaged
   */
  public List<RepairStep> plan() throws IOException {
    return new RepairPlan(args.dropLost()).of(new DamageFinder(files).find());
  }

  /**
   * Does it.
   *
   * @return what was done, and what was not; empty if nothing is damaged
   * @throws simile.log.CommitConflictException if another commit removed a segment or changed a
   *     contract meanwhile; nothing is lost, repair again
   */
  public List<RepairStep> apply() throws IOException {
    StoreDamage damage = new DamageFinder(files).find();
    if (damage.isNone()) {
      return List.of();
    }
    Run run =
        new Run(
            args.runId(),
            args.runId(),
            "repair",
            "",
            "",
            args.submittedAt(),
            new TreeMap<>(),
            args.command());
    Optional<Commit> unused = new RunTracker(store, clock).track(run, () -> mend(damage));
    return List.copyOf(done);
  }

  private void mend(StoreDamage damage) throws IOException {
    State state = store.log().state();
    RepairPlan plan = new RepairPlan(args.dropLost());
    for (LogFault checkpoint : damage.checkpoints()) {
      files.delete(checkpoint.path());
    }
    Map<CollectionKey, Mender> menders = new LinkedHashMap<>();
    List<SegmentDamage> anew = new ArrayList<>();
    List<SegmentDamage> left = new ArrayList<>();
    for (SegmentDamage segment : damage.segments()) {
      CollectionKey key = segment.kept().key();
      if (!menders.containsKey(key)) {
        menders.put(key, mender(state.collections().get(key)));
      }
      switch (plan.action(segment)) {
        case REBUILD -> {
          boolean isMended = menders.get(key).putBack(segment).isEmpty();
          if (!isMended) {
            (segment.kept().isLive() ? anew : left).add(segment);
          }
        }
        case DROP_LOST -> anew.add(segment);
        default -> {}
      }
    }
    if (!anew.isEmpty()) {
      commit(state, anew, menders);
    }
    done.addAll(plan.of(damage));
    for (SegmentDamage segment : left) {
      done.add(
          new RepairStep(
              Action.NOT_MENDED,
              segment.files().get(0).path(),
              "cannot be written with the bytes that it had, and only older versions need it; give them up: simile vacuum"));
    }
  }

  private Mender mender(CollectionState collection) throws IOException {
    String path = collection.contract().path();
    try {
      Set<String> unstored = ContractParser.parse(path, files.read(path)).unstored();
      return new Mender(files, unstored);
    } catch (ContractException e) {
      throw new IOException(
          path + " is damaged, without which nothing can be rebuilt; restore it from a backup", e);
    }
  }

  private void commit(State state, List<SegmentDamage> anew, Map<CollectionKey, Mender> menders)
      throws IOException {
    Map<CollectionKey, List<Segment>> adds = new LinkedHashMap<>();
    Map<CollectionKey, List<String>> removes = new LinkedHashMap<>();
    List<String> written = new ArrayList<>();
    StringBuilder lost = new StringBuilder();
    try {
      for (SegmentDamage damage : anew) {
        CollectionKey key = damage.kept().key();
        Segment old = damage.kept().live().segment();
        String name =
            "%s-%05d-00-%s"
                .formatted(
                    Names.fileStem(args.runId()),
                    removes.size(),
                    UUID.randomUUID().toString().substring(0, 8));
        Optional<Segment> segment = menders.get(key).rewrite(damage, name);
        segment.ifPresent(s -> s.files().forEach(file -> written.add(file.path())));
        adds.computeIfAbsent(key, k -> new ArrayList<>()).addAll(segment.stream().toList());
        removes.computeIfAbsent(key, k -> new ArrayList<>()).add(old.name());
        quarantine(damage, menders.get(key), lost);
      }
      if (!lost.isEmpty()) {
        files.replace(folder() + "/lost.jsonl", lost.toString().getBytes(UTF_8));
      }
      DraftCommit draft = draft(state, adds, removes, anew);
      store.log().append(draft, state.version(), since -> conflict(since, draft.changes()));
    } catch (CommitConflictException e) {
      FailedWrite.discard(files, written, e);
      throw e;
    }
  }

  /** A contract that came meanwhile must not give way to the one before it. */
  private static Optional<String> conflict(List<Commit> since, List<Change> changes) {
    return since.stream()
        .flatMap(commit -> commit.changes().stream())
        .filter(other -> changes.stream().anyMatch(change -> isOfOtherContract(change, other)))
        .findFirst()
        .map(other -> "the contract of " + other.key() + " changed meanwhile");
  }

  private static boolean isOfOtherContract(Change change, Change other) {
    return change.key().equals(other.key()) && !change.contract().equals(other.contract());
  }

  private String folder() {
    return QUARANTINE + "/" + Names.fileStem(args.runId());
  }

  /** What is given up stays for people to look at, with the ids that were lost. */
  private void quarantine(SegmentDamage damage, Mender mender, StringBuilder lost)
      throws IOException {
    if (!damage.isLoss()) {
      return;
    }
    for (DataFile file : damage.sources()) {
      mender.quarantine(file, folder());
    }
    for (String id : damage.lostIds()) {
      lost.append("{\"context\":\"")
          .append(damage.kept().key().context())
          .append("\",\"collection\":\"")
          .append(damage.kept().key().collection())
          .append("\",\"segment\":\"")
          .append(damage.kept().live().segment().name())
          .append("\",\"id\":\"")
          .append(JsonStringEncoder.getInstance().quoteAsString(id))
          .append("\"}\n");
    }
  }

  private DraftCommit draft(
      State state,
      Map<CollectionKey, List<Segment>> adds,
      Map<CollectionKey, List<String>> removes,
      List<SegmentDamage> anew) {
    List<Change> changes = new ArrayList<>();
    for (CollectionKey key : removes.keySet()) {
      CollectionState collection = state.collections().get(key);
      changes.add(
          new Change(
              key.context(),
              key.collection(),
              collection.contract(),
              collection.schema(),
              adds.get(key),
              List.of(),
              removes.get(key),
              List.of()));
    }
    List<Segment> all = adds.values().stream().flatMap(List::stream).toList();
    long rows = all.stream().mapToLong(Segment::rows).sum();
    long bytes = all.stream().flatMap(s -> s.files().stream()).mapToLong(DataFile::bytes).sum();
    long lost = anew.stream().mapToLong(damage -> damage.lostIds().size()).sum();
    return new DraftCommit(
        Operation.REPAIR,
        args.runId(),
        args.runId(),
        args.digest(),
        changes,
        Optional.empty(),
        List.of(),
        new Counts(0, 0, 0, 0, 0, rows, 0, bytes),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>(Map.of("lost_records", Long.toString(lost), "quarantine", folder())));
  }
}
