package simile.proof.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.files.LocalFiles;
import simile.jobs.repair.RepairArgs;
import simile.jobs.repair.RepairJob;
import simile.jobs.repair.RepairStep;
import simile.jobs.repair.RepairStep.Action;
import simile.log.CommitConflictException;
import simile.log.CommitLog;
import simile.log.Operation;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;
import simile.store.Store;
import simile.testkit.WatchedFiles;
import simile.testkit.WatchedFiles.Point;
import simile.verify.Severity;
import simile.verify.StoreVerifier;
import simile.verify.Verification;

/** Repair mends what the store itself tells, and gives nothing up without being told to. */
class RepairTest {
  private static final String OTHER = "9.9.9";

  @TempDir Path folder;
  private Path store;
  private Map<String, String> records;

  @BeforeEach
  void ingest() throws IOException {
    store = folder.resolve("store");
    LocalFiles files = new LocalFiles(store);
    for (int run = 0; run < 3; run++) {
      String lines =
          Lines.river("a") + "\n" + withVector("v" + run) + Lines.river("own" + run) + "\n";
      String deletion = run == 0 ? "" : Lines.deletion("own" + (run - 1)) + "\n";
      MemoryInputs inputs = MemoryInputs.of("in.jsonl", (lines + deletion).getBytes(UTF_8));
      PlainIngest.into(files, "run-" + run).withDimension(2).run(inputs, inputs.list());
    }
    records = Stored.analogies(store, AsOf.latest(), true);
  }

  private static String withVector(String id) {
    String record = Lines.river(id);
    return record.substring(0, record.length() - 1) + ",\"embedding\":[0.5,1]}\n";
  }

  private RepairJob job(boolean dropLost) throws IOException {
    return job(Store.open(store.toString()), dropLost);
  }

  private static RepairJob job(Store over, boolean dropLost) {
    RepairArgs args =
        new RepairArgs(dropLost, "mend", Instant.parse("2026-01-02T03:04:05Z"), List.of("repair"));
    return new RepairJob(over, args, Clock.systemUTC());
  }

  private Verification verify() throws IOException {
    return new StoreVerifier(new LocalFiles(store), Clock.systemUTC(), 2).verify(true);
  }

  private Path file(String run, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(store.resolve("contexts"))) {
      return walk.filter(p -> p.getFileName().toString().startsWith(run + "-"))
          .filter(p -> p.toString().endsWith(ending))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static Set<Action> actions(List<RepairStep> steps) {
    return steps.stream().map(RepairStep::action).collect(Collectors.toSet());
  }

  private Map<String, String> now() throws IOException {
    return Stored.analogies(store, AsOf.latest(), true);
  }

  @Test
  void soundStoreNeedsNothing() throws IOException {
    assertThat(job(false).plan(), is(empty()));
    assertThat(job(false).apply(), is(empty()));
    assertThat(Stored.history(store).size(), is(3));
  }

  @Test
  void planChangesNothing() throws IOException {
    Files.delete(file("run-1", ".sqlite"));
    assertThat(actions(job(false).plan()), is(Set.of(Action.REBUILD)));
    assertThat(verify().count(Severity.DAMAGE), is(1L));
  }

  @Test
  void derivedFilesComeBackWithTheBytesThatTheyHad() throws IOException {
    Files.delete(file("run-1", ".sqlite"));
    Files.writeString(file("run-2", ".metadata.json"), "{}", UTF_8);
    Path tombstones = file("run-2", ".keys").resolveSibling("../tombstones").normalize();
    try (Stream<Path> lists = Files.list(tombstones)) {
      for (Path list : lists.toList()) {
        Files.writeString(list, "", UTF_8);
      }
    }
    assertThat(actions(job(false).apply()), is(Set.of(Action.REBUILD)));
    assertThat(verify().findings(), is(empty()));
    assertThat(Stored.history(store).size(), is(3));
    assertThat(now(), equalTo(records));
  }

  @Test
  void lostRecordIsNotGivenUpUnasked() throws IOException {
    breakRecord("own2");
    assertThat(actions(job(false).apply()), is(Set.of(Action.NOT_MENDED)));
    assertThat(Stored.history(store).size(), is(3));
  }

  @Test
  void lostRecordIsGivenUpIfAskedAndNoOlderOneComesBack() throws IOException {
    breakRecord("a");
    List<RepairStep> steps = job(true).apply();
    assertThat(actions(steps), is(Set.of(Action.DROP_LOST)));
    assertThat(steps.get(0).what(), containsString("a"));
    assertThat(Stored.history(store).get(3).operation(), is(Operation.REPAIR));
    Map<String, String> left = new TreeMap<>(records);
    left.remove("a");
    assertThat(now(), equalTo(left));
    assertThat(
        Files.readString(store.resolve("quarantine/mend/lost.jsonl"), UTF_8),
        containsString("\"id\":\"a\""));
    // Version 3 still needs the damaged file; the newest does not.
    assertThat(verify().count(Severity.DAMAGE), not(is(0L)));
    assertThat(verify().count(Severity.ORPHAN), is(0L));
  }

  @Test
  void lostVectorsLeaveTheirRecords() throws IOException {
    Path npz = file("run-2", ".npz");
    byte[] bytes = Files.readAllBytes(npz);
    bytes[bytes.length / 2] ^= 1;
    Files.write(npz, bytes);
    assertThat(actions(job(false).plan()), is(Set.of(Action.NOT_MENDED)));
    job(true).apply();
    assertThat(now().keySet(), equalTo(records.keySet()));
    assertThat(now().get("v2"), not(containsString("embedding")));
    assertThat(now().get("v1"), containsString("embedding"));
  }

  @Test
  void lostKeyFileLosesItsSegment() throws IOException {
    Files.delete(file("run-2", ".keys"));
    assertThat(actions(job(false).plan()), is(Set.of(Action.NOT_MENDED)));
    assertThat(job(true).plan().get(0).what(), containsString("older records"));
    job(true).apply();
    assertThat(now().containsKey("own2"), is(false));
    assertThat(now().containsKey("v1"), is(true));
  }

  @Test
  void damagedLogIsRefused() throws IOException {
    Files.writeString(store.resolve("_log/00000000000000000002.json"), "x", UTF_8);
    assertThrows(IOException.class, () -> job(true).apply());
  }

  @Test
  void rewrittenSegmentKeepsTheOrderOfItsRows() throws IOException {
    breakRecord("own1");
    job(true).apply();
    // The record of run 2 is still the newest of its id, and own1 stays deleted by run 2.
    Map<String, String> left = new TreeMap<>(records);
    assertThat(now(), equalTo(left));
  }

  @Test
  void contractThatCameJustBeforeTheEntryStays() throws IOException {
    breakRecord("own2");
    LocalFiles local = new LocalFiles(store);
    AtomicBoolean isFirst = new AtomicBoolean(true);
    WatchedFiles raced =
        new WatchedFiles(
            local,
            (point, path) -> {
              boolean isEntry = point == Point.PUT && path.startsWith("_log/");
              if (isEntry && isFirst.getAndSet(false)) {
                ingestUnderOtherContract(local);
              }
            });
    RepairJob job = job(Store.of(raced, CommitLog.open(raced)), true);
    assertThrows(CommitConflictException.class, job::apply);
    job(true).apply();
    assertThat(now().containsKey("late"), is(true));
    assertThat(contract(), is(OTHER));
  }

  private String contract() throws IOException {
    return Store.open(store.toString()).log().state().collections().values().stream()
        .map(collection -> collection.contract().version())
        .collect(Collectors.joining());
  }

  private static void ingestUnderOtherContract(LocalFiles files) throws IOException {
    Contract known = BuiltInContracts.find("analogies").orElseThrow();
    String yaml =
        new String(known.source(), UTF_8)
            .replace("version: " + known.version(), "version: " + OTHER);
    MemoryInputs inputs =
        MemoryInputs.of("late.jsonl", (Lines.river("late") + "\n").getBytes(UTF_8));
    try {
      PlainIngest.into(files, "late")
          .withContract(ContractParser.parse("other.odcs.yaml", yaml.getBytes(UTF_8)))
          .run(inputs, inputs.list());
    } catch (ContractException e) {
      throw new IOException(e);
    }
  }

  private void breakRecord(String id) throws IOException {
    try (Stream<Path> walk = Files.walk(store.resolve("contexts/default/analogies/jsonl"))) {
      List<Path> newestFirst =
          walk.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList();
      for (Path file : newestFirst) {
        String text = Files.readString(file, UTF_8);
        int at = text.indexOf("\"id\":\"" + id + "\"");
        if (at >= 0) {
          Files.writeString(file, text.substring(0, at) + "X" + text.substring(at + 1), UTF_8);
          return;
        }
      }
    }
  }
}
