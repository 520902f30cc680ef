package simile.vacuum;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import simile.layout.Layout;
import simile.log.CorruptLogException;
import simile.log.Retention;
import simile.log.State;
import simile.store.Store;
import simile.workflow.AnnouncedRun;
import simile.workflow.RunsAtWork;

/** Finds what nothing needs. Reads first the folders, then the workflows, then the log. */
public final class VacuumPlanner {
  private final Store store;
  private final RunsAtWork work;

  public VacuumPlanner(Store store, RunsAtWork work) {
    this.store = store;
    this.work = work;
  }

  /**
   * Plans to give up versions.
   *
   * @param since versions that were the newest at this time or later are kept
   * @throws simile.log.CorruptLogException if the log is damaged anywhere
   */
  public VacuumPlan plan(Instant since) throws IOException {
    return plan(Optional.of(since));
  }

  /** What can be deleted without giving up any version. */
  VacuumPlan leftovers() throws IOException {
    return plan(Optional.empty());
  }

  private VacuumPlan plan(Optional<Instant> since) throws IOException {
    FoundFiles found = FoundFiles.list(store.files());
    List<AnnouncedRun> runs = work.runs();
    State now = store.log().state();
    requireEntries(runs, now.version());
    Retention before = now.retention();
    long oldest = since.isPresent() ? oldest(since.get(), now, runs) : before.oldest();
    Retention after = before.from(oldest);
    LogNeeds needs = LogNeeds.read(store.log(), now, oldest, others(after, now, runs));
    return sorted(found, needs, needs.owners(runs), now.version(), before, after);
  }

  /** What a run was told to have committed must not be taken for what it left behind. */
  private static void requireEntries(List<AnnouncedRun> runs, long newest)
      throws CorruptLogException {
    for (AnnouncedRun run : runs) {
      if (run.committed().orElse(0) > newest) {
        throw new CorruptLogException(
            "_log/%020d.json is missing: %s/%s.json says that its run committed it, but the newest entry is %d. Restore the log from a copy of the store, or, to give up what it lost, delete that workflow"
                .formatted(run.committed().getAsLong(), Layout.WORKFLOWS, run.stem(), newest));
      }
    }
  }

  private long oldest(Instant since, State now, List<AnnouncedRun> runs) throws IOException {
    long asked = store.log().newestAt(since);
    for (AnnouncedRun run : runs) {
      if (run.lives() && run.reads().isPresent()) {
        asked = Math.min(asked, run.reads().getAsLong());
      }
    }
    long before = now.retention().oldest();
    return asked > Math.max(1, before) && changed(Math.max(1, before), asked) ? asked : before;
  }

  /** Versions that hold the same are not worth an entry that gives them up. */
  private boolean changed(long after, long upTo) throws IOException {
    for (long version = upTo; version > after; version--) {
      if (!store.log().read(version).changes().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Versions before the oldest that are kept all the same. */
  private static Set<Long> others(Retention retention, State now, List<AnnouncedRun> runs) {
    Set<Long> others = new HashSet<>(retention.tags().values());
    for (AnnouncedRun run : runs) {
      OptionalLong reads = run.reads();
      if (run.lives() && reads.isPresent() && reads.getAsLong() <= now.version()) {
        others.add(reads.getAsLong());
      }
    }
    others.removeIf(version -> version >= retention.oldest());
    return others;
  }

  private static VacuumPlan sorted(
      FoundFiles found,
      LogNeeds needs,
      Owners owners,
      long base,
      Retention before,
      Retention after) {
    List<String> unneeded = new ArrayList<>();
    List<String> orphans = new ArrayList<>();
    SortedMap<String, List<String>> dead = new TreeMap<>();
    SortedSet<String> foreign = new TreeSet<>(found.foreign());
    long inFlight = 0;
    Iterator<String> paths =
        Stream.concat(found.segmentFiles().stream(), found.auditFiles().stream()).iterator();
    Set<String> audits = new HashSet<>(found.auditFiles());
    while (paths.hasNext()) {
      String path = paths.next();
      if (needs.isNeeded(path)) {
        continue;
      }
      if (needs.isNamed(path)) {
        unneeded.add(path);
        continue;
      }
      Owner owner = audits.contains(path) ? owners.ofAuditFile(path) : owners.ofSegmentFile(path);
      if (owner instanceof Owner.Settled) {
        orphans.add(path);
      } else if (owner instanceof Owner.Dead run) {
        dead.computeIfAbsent(run.runId(), id -> new ArrayList<>()).add(path);
      } else if (owner instanceof Owner.Living) {
        inFlight++;
      } else {
        foreign.add(path);
      }
    }
    return new VacuumPlan(
        base, before, after, givenUp(before, after), unneeded, orphans, dead, inFlight, foreign);
  }

  private static long givenUp(Retention before, Retention after) {
    long versions = 0;
    for (long v = Math.max(1, before.oldest()); v < after.oldest(); v++) {
      versions += after.keeps(v) ? 0 : 1;
    }
    return versions;
  }
}
