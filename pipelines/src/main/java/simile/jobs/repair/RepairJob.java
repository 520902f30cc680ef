package simile.jobs.repair;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.StoreFiles;
import simile.jobs.Run;
import simile.jobs.RunTracker;
import simile.jobs.repair.RepairStep.Action;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.LogFault;
import simile.log.State;
import simile.repair.DamageFinder;
import simile.repair.Mender;
import simile.repair.SegmentDamage;
import simile.repair.StoreDamage;
import simile.store.Store;

/** Repairs a store, or says what it would do. */
public final class RepairJob {
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
      new RepairCommit(store, args, state).commit(anew, menders);
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
}
