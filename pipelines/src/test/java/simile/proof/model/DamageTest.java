package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import simile.log.DraftCommit;
import simile.query.Criteria;
import simile.query.Query;
import simile.store.AsOf;
import simile.testkit.MemoryFiles;
import simile.verify.Severity;
import simile.verify.StoreVerifier;

/**
 * Whatever befalls a file, {@code verify --full} finds it, and no query answers with wrong rows.
 */
class DamageTest {
  private static final long SEED = Long.getLong("simile.damage.seed", 7);

  // Held, so that its level stays.
  private static final Logger LOG = Logger.getLogger("simile.log");

  private final MemoryFiles sound = new MemoryFiles();
  private Ledger ledger = new Ledger();

  @BeforeAll
  static void dontTellOfEachDamagedCheckpoint() {
    LOG.setLevel(Level.SEVERE);
  }

  @AfterAll
  static void tellAgain() {
    LOG.setLevel(null);
  }

  @Test
  void someDamagesAreFoundAndNeverServed() throws IOException {
    assertThat(damage(1, 1), is(greaterThanOrEqualTo(40)));
  }

  @Test
  @Tag("full")
  void hundredsOfDamagesAreFoundAndNeverServed() throws IOException {
    assertThat(damage(Damage.values().length, 3), is(greaterThanOrEqualTo(300)));
  }

  /**
   * Damages every file.
   *
   * @param kinds how many kinds of damage befall each
   * @param times how often each kind does
   * @return how many damages there were
   */
  private int damage(int kinds, int times) throws IOException {
    begin();
    SplittableRandom random = new SplittableRandom(SEED);
    int damages = 0;
    int first = 0;
    List<Damage> all = List.of(Damage.values());
    for (String path : sound.paths()) {
      for (int kind = 0; kind < kinds; kind++) {
        Damage damage = all.get(first++ % all.size());
        for (int time = 0; time < times; time++) {
          damages += strike(damage, path, random) ? 1 : 0;
        }
      }
    }
    return damages;
  }

  /** A store with every kind of file. */
  private void begin() throws IOException {
    Operations operations = operations(sound);
    ledger = Life.begin(operations);
    for (int i = 0; i < 26; i++) {
      operations.open().log().append(DraftCommit.fence("fenced-" + i, "fenced-" + i, "a test"));
      ledger.expect("fenced-" + i, Ledger.Effect.NONE);
    }
    Step compact = Life.changes().get("compact");
    new Runs(operations, ledger).run("compaction", compact);
    new Runs(operations, ledger).run("last", Life.changes().get("ingest"));
    Life.requireAsTold("begun", operations, ledger);
    TreeSet<String> kinds = new TreeSet<>();
    sound.paths().forEach(path -> kinds.add(Damage.kind(path)));
    assertThat(
        kinds,
        containsInAnyOrder(
            "entry",
            "checkpoint",
            "jsonl.jsonl",
            "sqlite.sqlite",
            "keys.keys",
            "embeddings.npz",
            "embeddings.metadata.json",
            "tombstones.jsonl",
            "contracts.odcs.yaml"));
  }

  /** Whether it changed anything. */
  private boolean strike(Damage damage, String path, SplittableRandom random) throws IOException {
    MemoryFiles files = sound.copy();
    damage.strike(files, path, random);
    if (files.size(path).isPresent() && Arrays.equals(files.read(path), sound.read(path))) {
      return false;
    }
    if (isNoDamage(damage, path)) {
      return false;
    }
    String where = damage + " " + path + " (seed " + SEED + ")";
    boolean found =
        new StoreVerifier(files, Clock.systemUTC(), 1).verify(true).has(Severity.DAMAGE);
    assertThat(where + " is found", found, is(true));
    requireNothingWrongServed(where, files);
    return true;
  }

  /**
   * A log without its last entry is the log of an earlier version; checkpoints are derived, and may
   * be deleted.
   */
  private boolean isNoDamage(Damage damage, String path) {
    boolean isLast = path.endsWith("/%020d.json".formatted(ledger.latest()));
    return damage == Damage.REMOVED && (isLast || Damage.kind(path).equals("checkpoint"));
  }

  private void requireNothingWrongServed(String where, MemoryFiles files) {
    for (long version : List.of(1L, 4L, ledger.latest() - 1, ledger.latest())) {
      Contents told = ledger.at(version);
      Map<String, String> right = new HashMap<>();
      told.live().forEach((id, live) -> right.put(id, live.commit() + " " + live.put().stored()));
      for (Query query : queries(told)) {
        requireRight(
            where + ", version " + version, files, new AsOf.Version(version), query, right);
      }
    }
  }

  private static List<Query> queries(Contents told) {
    return List.of(
        Query.ALL,
        Query.ALL.withEmbeddings(true),
        Query.of(Criteria.ALL.withIds(Inspection.idsOf(told))));
  }

  private static void requireRight(
      String where, MemoryFiles files, AsOf asOf, Query query, Map<String, String> right) {
    try {
      Map<String, String> answer = new Inspection(operations(files).open()).ask(asOf, query);
      if (query.withEmbeddings()) {
        answer.replaceAll((id, row) -> row.replaceFirst(",\"embedding\":\\[[^]]*]", ""));
      }
      assertThat(where + ", " + query, answer, is(right));
    } catch (IOException | UncheckedIOException e) {
      // An error is an answer that misleads nobody; it names a file or a version.
      assertThat(where + ": " + e, String.valueOf(e.getMessage()).length(), is(greaterThan(10)));
    }
  }

  private static Operations operations(MemoryFiles files) {
    return new PlainOperations(files, new ModelClock(), true, new TreeSet<>());
  }
}
