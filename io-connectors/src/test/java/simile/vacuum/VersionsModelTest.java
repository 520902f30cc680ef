package simile.vacuum;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.testing.TestStore.ANALOGIES;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.backup.StoreCopy;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.NoSuchVersionException;
import simile.log.Retention;
import simile.rollback.Rollback;
import simile.segment.DataFile;
import simile.segment.Segment;
import simile.store.AsOf;
import simile.store.Store;
import simile.tags.Tags;
import simile.testing.FolderFiles;
import simile.testing.TestStore;
import simile.workflow.Liveness;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** Random lives of a store against a naive oracle, which keeps every version as a map. */
class VersionsModelTest {
  private static final int STEPS = 30;

  @TempDir Path folder;
  private TestStore store;
  private Random random;
  private int runs;

  private final List<SortedMap<String, String>> versions = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final SortedMap<String, Long> tags = new TreeMap<>();
  private final Map<String, Segment> inFlight = new HashMap<>();
  private final Map<String, Instant> begun = new HashMap<>();
  private final SortedSet<String> strays = new TreeSet<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keptVersionsAreAsTheyWereAndNothingElseStays(int seed) throws IOException {
    live(seed);
  }

  @ParameterizedTest
  @Tag("full")
  @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void keptVersionsAreAsTheyWereInMoreLives(int seed) throws IOException {
    live(seed);
  }

  private void live(int seed) throws IOException {
    random = new Random(seed);
    Files.createDirectories(folder.resolve("store/workflows"));
    store = TestStore.over(new FolderFiles(folder.resolve("store")), new TestStore.TestClock());
    versions.add(new TreeMap<>());
    times.add(Instant.MIN);
    for (int step = 0; step < STEPS; step++) {
      String what = "seed %d, step %d: ".formatted(seed, step);
      store.clock().pass(Duration.ofMinutes(random.nextInt(5)));
      what += step();
      catchUp();
      check(what);
    }
  }

  private String fresh(String operation) {
    return operation + "-" + runs++;
  }

  private String step() throws IOException {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> ingest();
      case 3 -> begin();
      case 4 -> end();
      case 5 -> rollback();
      case 6 -> tag();
      case 7, 8 -> vacuum();
      default -> backup();
    };
  }

  private String[] lines() {
    String[] lines = new String[1 + random.nextInt(4)];
    for (int i = 0; i < lines.length; i++) {
      String id = "r" + random.nextInt(8);
      lines[i] = random.nextInt(4) == 0 ? "-" + id : line(id, random.nextInt(9));
    }
    return lines;
  }

  private String ingest() throws IOException {
    String id = fresh("ingest");
    String[] lines = lines();
    committed(lines, store.ingest(id, lines));
    return id;
  }

  private void committed(String[] lines, long version) {
    SortedMap<String, String> records = new TreeMap<>(versions.get(versions.size() - 1));
    for (String line : lines) {
      if (line.startsWith("-")) {
        records.remove(line.substring(1));
      } else {
        records.put(line.substring(7, 9), line);
      }
    }
    assertThat(version, is((long) versions.size()));
    versions.add(records);
    times.add(store.clock().instant());
  }

  /** A run announces itself, writes, and does not commit yet. */
  private String begin() throws IOException {
    String id = fresh("begun");
    store.announce(id, new TreeMap<>());
    inFlight.put(id, store.write(id, line("r" + random.nextInt(8), random.nextInt(9))));
    begun.put(id, store.clock().instant());
    return id;
  }

  /** It commits now, however long it was silent; if it was fenced, it cannot. */
  private String end() throws IOException {
    if (inFlight.isEmpty()) {
      return "nothing to end";
    }
    String id = new TreeMap<>(inFlight).firstKey();
    Segment segment = inFlight.remove(id);
    if (store.log().byRun(id).isPresent()) {
      assertThrows(CommitFencedException.class, () -> store.commit(ANALOGIES, id, segment));
      return id + " was fenced";
    }
    long version = store.commit(ANALOGIES, id, segment);
    SortedMap<String, String> records = new TreeMap<>(versions.get(versions.size() - 1));
    records.put(segment.minId(), store.records(new AsOf.Version(version)).get(segment.minId()));
    versions.add(records);
    times.add(store.clock().instant());
    return id;
  }

  private String rollback() throws IOException {
    if (store.log().latestVersion() == 0) {
      return "nothing to roll back";
    }
    long to = random.nextInt(versions.size());
    String id = fresh("rollback");
    store.clock().tick();
    Optional<CollectionState> now = store.log().state().collection(ANALOGIES);
    if (now.isEmpty()) {
      return "no collection yet";
    }
    if (to > 0 && !retention().keeps(to)) {
      assertThrows(NoSuchVersionException.class, () -> rollback(id, to));
      return id + " refused";
    }
    boolean done = rollback(id, to);
    if (done) {
      versions.add(versions.get((int) to));
      times.add(store.clock().instant());
    } else {
      assertThat(versions.get((int) to), is(versions.get(versions.size() - 1)));
    }
    return id + " to " + to;
  }

  private boolean rollback(String id, long to) throws IOException {
    return new Rollback(store.store())
        .run(run(id), new AsOf.Version(to), Optional.of(ANALOGIES), "")
        .isPresent();
  }

  private String tag() throws IOException {
    if (versions.size() == 1) {
      return "nothing to tag";
    }
    String id = fresh("tag");
    store.clock().tick();
    Tags changed = new Tags(store.store());
    if (!tags.isEmpty() && random.nextBoolean()) {
      String name = tags.firstKey();
      changed.delete(run(id), name);
      tags.remove(name);
      return id + " deletes " + name;
    }
    long version = 1L + random.nextInt(versions.size() - 1);
    if (!retention().keeps(version)) {
      assertThrows(
          NoSuchVersionException.class,
          () -> changed.add(run(id), "t-" + id, new AsOf.Version(version)));
      return id + " refused";
    }
    changed.add(run(id), "t-" + id, new AsOf.Version(version));
    tags.put("t-" + id, version);
    return id + " of " + version;
  }

  private String vacuum() throws IOException {
    String id = fresh("vacuum");
    store.clock().tick();
    Duration olderThan = Duration.ofMinutes(random.nextInt(20));
    Instant since = store.clock().instant().minus(olderThan);
    new Vacuum(
            store.store(),
            new WorkflowRuns(store.files(), store.clock(), ThisHost.detected()),
            store.clock())
        .run(run(id), olderThan);
    for (int v = 1; v < versions.size(); v++) {
      boolean wasNewest = v == versions.size() - 1 || times.get(v + 1).isAfter(since);
      if (wasNewest) {
        assertThat(id + " keeps " + v, retention().keeps(v) || wasGivenUp(v, id), is(true));
      }
    }
    for (String name : inFlight.keySet()) {
      boolean isSilent =
          begun.get(name).plus(Liveness.LONG_SILENT).isBefore(store.clock().instant());
      if (!isSilent && store.log().byRun(name).isEmpty()) {
        strays.addAll(paths(inFlight.get(name)));
      }
    }
    requireFiles(id);
    strays.clear();
    return id + " older than " + olderThan;
  }

  /** By an earlier vacuum, with a shorter period. */
  private boolean wasGivenUp(long version, String id) throws IOException {
    Optional<Commit> entry = store.log().byRun(id);
    long before = entry.isPresent() ? entry.get().version() - 1 : store.log().latestVersion();
    return !store.log().stateAt(before).retention().keeps(version);
  }

  /** The files on disk are those of kept versions, one by one, and of runs at work. */
  private void requireFiles(String what) throws IOException {
    SortedSet<String> expected = new TreeSet<>(strays);
    for (long v = 1; v <= store.log().latestVersion(); v++) {
      if (retention().keeps(v)) {
        store.segments(v).forEach(live -> expected.addAll(paths(live.segment())));
      }
    }
    SortedSet<String> found = new TreeSet<>(store.list("contexts"));
    found.removeIf(path -> path.contains("/contracts/"));
    assertThat(what, found, is(expected));
  }

  private static List<String> paths(Segment segment) {
    return segment.files().stream().map(DataFile::path).toList();
  }

  private String backup() throws IOException {
    if (versions.size() == 1) {
      return "nothing to back up";
    }
    String id = fresh("backup");
    long version = 1L + random.nextInt(versions.size() - 1);
    if (!retention().keeps(version)) {
      return id + " refused";
    }
    Store copy = copy(store.store(), id, new AsOf.Version(version));
    assertThat(TestStore.records(copy, AsOf.latest()), is(versions.get((int) version)));
    Store restored = copy(copy, id + "-restored", AsOf.latest());
    assertThat(TestStore.records(restored, AsOf.latest()), is(versions.get((int) version)));
    Retention kept = restored.log().state().retention();
    for (long v = 1; v <= version; v++) {
      if (kept.keeps(v)) {
        assertThat(TestStore.records(restored, new AsOf.Version(v)), is(versions.get((int) v)));
      }
    }
    for (Map.Entry<String, Long> tag : kept.tags().entrySet()) {
      assertThat(tags.get(tag.getKey()), is(tag.getValue()));
    }
    return id + " of " + version;
  }

  private Store copy(Store source, String name, AsOf asOf) throws IOException {
    FolderFiles target = new FolderFiles(Files.createDirectories(folder.resolve(name)));
    new StoreCopy(source, target, store.clock()).run(run(name), asOf);
    return Store.of(target, CommitLog.open(target));
  }

  private Retention retention() throws IOException {
    return store.log().state().retention();
  }

  /** Entries without rows are versions too, the same as the one before. */
  private void catchUp() throws IOException {
    while (versions.size() <= store.log().latestVersion()) {
      times.add(store.log().read(versions.size()).committedAt());
      versions.add(versions.get(versions.size() - 1));
    }
  }

  private void check(String what) throws IOException {
    assertThat(what, new Tags(store.store()).list(), is(tags));
    for (int n = 0; n < 4; n++) {
      int v = random.nextInt(versions.size());
      AsOf version = new AsOf.Version(v);
      if (v == 0 || retention().keeps(v)) {
        assertThat(what + ", version " + v, store.records(version), is(versions.get(v)));
      } else {
        assertThrows(NoSuchVersionException.class, () -> store.records(version));
      }
    }
    Store reopened = Store.of(store.files(), CommitLog.open(store.files()));
    assertThat(
        what, TestStore.records(reopened, AsOf.latest()), is(versions.get(versions.size() - 1)));
  }
}
