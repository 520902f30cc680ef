package simile.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static simile.testing.TestStore.ANALOGIES;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.rollback.Rollback;
import simile.store.AsOf;
import simile.testing.TestStore;

class SnapshotDiffTest {
  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder);
  }

  /** By id: the kind, then the record before and after. */
  private SortedMap<String, String> diff(long first, long second) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (SnapshotDiff diff =
        SnapshotDiff.of(store.files(), store.segments(first), store.segments(second))) {
      Optional<RecordDifference> next = diff.next();
      while (next.isPresent()) {
        String before = diff.before(next.get()).map(b -> new String(b, UTF_8)).orElse("");
        String after = diff.after(next.get()).map(b -> new String(b, UTF_8)).orElse("");
        found.put(next.get().id(), next.get().kind().key() + " " + before + " " + after);
        next = diff.next();
      }
    }
    return found;
  }

  private DifferenceCounts count(long first, long second) throws IOException {
    return SnapshotDiff.count(store.files(), store.segments(first), store.segments(second));
  }

  @Test
  void insertedUpdatedAndDeletedRecordsAreFound() throws IOException {
    store.ingest("one", line("a", 1), line("b", 1), line("c", 1), line("d", 1));
    store.ingest("two", "-a", line("b", 2), line("c", 1), line("e", 1));
    assertThat(
        diff(1, 2),
        is(
            Map.of(
                "a", "deleted " + line("a", 1) + " ",
                "b", "updated " + line("b", 1) + " " + line("b", 2),
                "e", "inserted  " + line("e", 1))));
    assertThat(count(1, 2), is(new DifferenceCounts(1, 1, 1, 2)));
    assertThat(count(2, 1), is(new DifferenceCounts(1, 1, 1, 2)));
    assertThat(count(0, 1), is(new DifferenceCounts(4, 0, 0, 0)));
    assertThat(count(2, 2), is(new DifferenceCounts(0, 0, 0, 4)));
  }

  @Test
  void rolledBackVersionsAreTheSame() throws IOException {
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2), line("b", 2));
    new Rollback(store.store()).run(run("back"), new AsOf.Version(1), Optional.of(ANALOGIES), "");
    assertThat(diff(1, 3), is(Map.of()));
    assertThat(count(2, 3), is(new DifferenceCounts(0, 1, 1, 0)));
  }

  @Test
  void agreesWithWhatQueriesSay() throws IOException {
    Random random = new Random(7);
    for (int version = 1; version <= 12; version++) {
      String[] lines = new String[6];
      for (int i = 0; i < lines.length; i++) {
        String id = "r" + random.nextInt(20);
        lines[i] = random.nextInt(4) == 0 ? "-" + id : line(id, random.nextInt(3));
      }
      store.ingest("run" + version, lines);
    }
    for (int pair = 0; pair < 30; pair++) {
      long first = random.nextInt(13);
      long second = random.nextInt(13);
      SortedMap<String, String> before = store.records(new AsOf.Version(first));
      SortedMap<String, String> after = store.records(new AsOf.Version(second));
      assertThat(first + " to " + second, diff(first, second), is(expected(before, after)));
    }
  }

  private static SortedMap<String, String> expected(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, String> expected = new TreeMap<>();
    before.forEach(
        (id, record) -> {
          if (!after.containsKey(id)) {
            expected.put(id, "deleted " + record + " ");
          } else if (!after.get(id).equals(record)) {
            expected.put(id, "updated " + record + " " + after.get(id));
          }
        });
    after.forEach(
        (id, record) -> {
          if (!before.containsKey(id)) {
            expected.put(id, "inserted  " + record);
          }
        });
    return expected;
  }
}
