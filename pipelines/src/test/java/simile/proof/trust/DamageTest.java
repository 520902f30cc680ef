package simile.proof.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;
import simile.verify.Finding;
import simile.verify.FindingKind;
import simile.verify.Severity;
import simile.verify.StoreVerifier;
import simile.verify.Verification;
import simile.workflow.Liveness;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Whatever is done to a store's files, verify finds it, and no query serves it. */
class DamageTest {
  private static final Path V1 =
      Path.of(System.getProperty("simile.root"), "testdata", "stores", "v1", "store");

  @TempDir static Path folder;
  private static Path sound;
  private static final int RUNS = 6;
  private static int copies;

  /** Forty entries, so that there is a checkpoint; vectors, tombstones, an audit. */
  @BeforeAll
  static void ingest() throws IOException {
    sound = folder.resolve("sound");
    LocalFiles files = new LocalFiles(sound);
    for (int run = 0; run < RUNS; run++) {
      String lines =
          withVector("twin", run)
              + withVector("own" + run, run)
              + Lines.analogy("plain" + run, 0.5)
              + "\n"
              + Lines.deletion("own" + (run - 1))
              + "\n"
              + "{\"id\":\"bad\"}\n";
      MemoryInputs inputs = MemoryInputs.of("in.jsonl", lines.getBytes(UTF_8));
      PlainIngest.into(files, "run-" + run).withDimension(2).run(inputs, inputs.list());
    }
    for (int fence = 0; fence < 28; fence++) {
      CommitLog.open(files).append(DraftCommit.fence("late-" + fence, "late-" + fence, "test"));
    }
    for (String id : List.of("b", "c")) {
      MemoryInputs inputs =
          MemoryInputs.of(
              "in.jsonl", (Lines.deletion("a") + "\n" + Lines.deletion(id) + "\n").getBytes(UTF_8));
      PlainIngest.into(files, "deletes-" + id).withDimension(2).run(inputs, inputs.list());
    }
  }

  private static String withVector(String id, int run) {
    String record = Lines.river(id);
    return record.substring(0, record.length() - 1) + ",\"embedding\":[0.5," + run + "]}\n";
  }

  private static Path copy() throws IOException {
    Path copy = folder.resolve("copy" + copies++);
    Folders.copy(sound, copy);
    return copy;
  }

  private static Verification verify(Path store) throws IOException {
    return new StoreVerifier(new LocalFiles(store), Clock.systemUTC(), 2).verify(true);
  }

  private static Set<FindingKind> kinds(Verification found) {
    return found.findings().stream().map(Finding::kind).collect(Collectors.toSet());
  }

  private static List<Path> files(Path store, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(store)) {
      return walk.filter(p -> Files.isRegularFile(p) && p.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  @Test
  void soundStoreHasNoFindings() throws IOException {
    Verification found = verify(sound);
    assertThat(found.findings(), is(empty()));
    assertThat(found.records(), is(3L * RUNS));
    assertThat(found.entries(), is(36L));
  }

  @Test
  void frozenStoreIsSound() throws IOException {
    assertThat(verify(V1).findings(), is(empty()));
  }

  @Test
  void everyDamageIsFoundAndNoneIsServed() throws IOException {
    Random random = new Random(20260131);
    var records = Stored.analogies(sound, AsOf.latest(), true);
    List<Path> all = files(sound, "");
    Path store = copy();
    for (int i = 0; i < 40; i++) {
      Path original = all.get(random.nextInt(all.size()));
      Path target = store.resolve(sound.relativize(original).toString());
      String how = damage(target, random);
      Verification found = verify(store);
      assertThat(how + " " + target, found.count(Severity.DAMAGE), is(greaterThan(0L)));
      assertThat(how, found.findings().stream().anyMatch(f -> target.endsWith(f.path())));
      requireNothingElse(store, records, how + " " + target);
      Files.copy(original, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String damage(Path file, Random random) throws IOException {
    long size = Files.size(file);
    switch (random.nextInt(4)) {
      case 0 -> {
        Files.delete(file);
        return "deleted";
      }
      case 1 -> {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
          bytes.setLength(random.nextLong(size));
        }
        return "cut";
      }
      default -> {
        long at = random.nextLong(size);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
          bytes.seek(at);
          int before = bytes.read();
          bytes.seek(at);
          bytes.write(before ^ 1 << random.nextInt(8));
        }
        return "bit flipped at " + at;
      }
    }
  }

  /** A query fails, or says of each record what it said before. */
  private static void requireNothingElse(Path store, Map<String, String> records, String how) {
    Map<String, String> now;
    try {
      now = Stored.analogies(store, AsOf.latest(), true);
    } catch (IOException | RuntimeException e) {
      assertThat(how, String.valueOf(e.getMessage()), not(is("")));
      return;
    }
    // Without its newest entries a log says what an older version was, and that wholly.
    if (!how.contains("_log") || now.size() == records.size()) {
      assertThat(how, now, is(records));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".keys", ".npz", ".sqlite", "river/%.jsonl", ".metadata.json"})
  void swappedFilesAreFoundAndNotServed(String ending) throws IOException {
    String suffix = ending.substring(ending.indexOf('%') + 1);
    String inside = ending.contains("%") ? ending.substring(0, ending.indexOf('%')) : "";
    Path store = copy();
    List<Path> some =
        files(store, suffix).stream().filter(p -> p.toString().contains(inside)).toList();
    Path one = ofRun(some, RUNS - 2);
    Path other = ofRun(some, RUNS - 1);
    Path aside = store.resolveSibling("aside" + copies);
    Files.move(one, aside);
    Files.move(other, one);
    Files.move(aside, other);
    Verification found = verify(store);
    assertThat(found.count(Severity.DAMAGE), is(greaterThan(1L)));
    if (suffix.equals(".keys") || suffix.equals(".npz") || suffix.equals(".jsonl")) {
      assertThrows(IOException.class, () -> Stored.analogies(store, AsOf.latest(), true));
    }
  }

  private static Path ofRun(List<Path> files, int run) {
    return files.stream()
        .filter(file -> file.getFileName().toString().startsWith("run-" + run + "-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void newestEntryThatIsGoneIsFoundByItsOrphans() throws IOException {
    Path store = copy();
    Files.delete(files(store.resolve("_log"), "36.json").get(0));
    assertThat(kinds(verify(store)), is(Set.of(FindingKind.ORPHAN)));
  }

  @Test
  void newestEntryThatIsGoneIsDamageIfItsRunWasTold() throws IOException {
    Path store = copy();
    Files.delete(files(store.resolve("_log"), "36.json").get(0));
    new Workflows(new LocalFiles(store))
        .write(workflow("deletes-c").completed(36, Instant.parse("2026-01-02T03:04:06Z")));
    assertThat(kinds(verify(store)), hasItem(FindingKind.LOG));
  }

  private static Workflow workflow(String run) {
    return Workflow.pending(
        run, "deletion_batch", "default", "analogies", Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void leftOverIsAnOrphanUnlessItsRunIsAtWork() throws IOException {
    Path store = copy();
    Files.write(
        store.resolve("contexts/default/analogies/keys/late-00000-00-abc.keys"), new byte[3]);
    assertThat(kinds(verify(store)), is(Set.of(FindingKind.ORPHAN)));
    Workflows workflows = new Workflows(new LocalFiles(store));
    workflows.write(workflow("late").started(Instant.now()));
    assertThat(kinds(verify(store)), is(Set.of(FindingKind.IN_FLIGHT)));
  }

  @Test
  void runThatIsSilentForMinutesOwnsNothing() throws IOException {
    Path store = copy();
    Files.write(
        store.resolve("contexts/default/analogies/keys/late-00000-00-abc.keys"), new byte[3]);
    new Workflows(new LocalFiles(store))
        .write(
            workflow("late").started(Instant.now().minus(Liveness.LONG_SILENT).minusSeconds(60)));
    assertThat(kinds(verify(store)), is(Set.of(FindingKind.ORPHAN)));
  }

  @Test
  void unreadableWorkflowIsNoDamage() throws IOException {
    Path store = copy();
    Files.createDirectories(store.resolve("workflows"));
    Files.writeString(store.resolve("workflows/x.json"), "{", UTF_8);
    Verification found = verify(store);
    assertThat(kinds(found), is(Set.of(FindingKind.WORKFLOW)));
    assertThat(found.has(Severity.DAMAGE), is(false));
  }

  @Test
  void allDamageIsToldAtOnce() throws IOException {
    Path store = copy();
    Files.delete(files(store, ".keys").get(3));
    Files.delete(files(store, ".sqlite").get(4));
    Files.writeString(files(store.resolve("_log"), "07.json").get(0), "x", UTF_8);
    List<String> paths = new ArrayList<>();
    verify(store).findings().forEach(finding -> paths.add(finding.path()));
    assertThat(String.join(" ", paths), containsString(".keys"));
    assertThat(String.join(" ", paths), containsString(".sqlite"));
    assertThat(String.join(" ", paths), containsString("_log/00000000000000000007.json"));
  }

  @Test
  void checkpointThatLiesIsFound() throws IOException {
    Path store = copy();
    List<Path> checkpoints =
        files(store.resolve("_log"), ".json").stream()
            .filter(p -> p.getFileName().toString().startsWith("checkpoint"))
            .toList();
    assertThat(checkpoints, is(not(empty())));
    Files.writeString(checkpoints.get(0), "{}", UTF_8);
    assertThat(kinds(verify(store)), is(Set.of(FindingKind.CHECKPOINT)));
  }
}
