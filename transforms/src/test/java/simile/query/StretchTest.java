package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.jsonl.Compression;
import simile.merge.CorruptRowException;
import simile.merge.KeyMerge;
import simile.merge.RowReader;
import simile.merge.SegmentSources;
import simile.merge.SoundFiles;
import simile.record.IdRange;
import simile.segment.LiveSegment;

/** Rows that are read file by file are the live ones, however many are looked at at once. */
class StretchTest {
  private static final String TIME = "2026-01-01T00:00:00Z";
  private static final int IDS = 400;

  /** Longer than what is read at once. */
  private static final int LONG_NOTE = 300_000;

  @TempDir Path folder;
  private OpenFiles files;
  private ModelStore store;
  private final TreeMap<String, String> live = new TreeMap<>();
  private int version;

  @BeforeEach
  void openStore() throws IOException {
    files = new OpenFiles(new LocalFiles(folder));
    store = new ModelStore(files);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAreTheOraclesHoweverLittleIsHeld(long seed) throws IOException {
    Random random = new Random(seed);
    for (int c = 0; c < 5; c++) {
      commit(random, Analogy.pick(List.of(Compression.values()), random));
    }
    for (int q = 0; q < 40; q++) {
      double quality = random.nextInt(3) == 0 ? 0 : random.nextInt(100) / 100.0;
      boolean withVectors = random.nextBoolean();
      Query query = atLeast(quality).withEmbeddings(withVectors);
      List<String> expected =
          expected(quality).stream().map(l -> withVectors ? l : withoutVector(l)).toList();
      StretchSize size =
          new StretchSize(1 + random.nextInt(8), 1 + random.nextInt(200), random.nextInt(60_000));
      assertThat("seed " + seed + ", " + size, shown(byId(query, size)), is(expected));
      assertThat(shown(store.at(version).run(query, 2)), is(expected));
      assertThat(
          shown(byFile(query, 1 + random.nextInt(200))),
          containsInAnyOrder(expected.toArray(String[]::new)));
      assertThat(files.now(), is(empty()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damageIsThrownWhereItsRowWouldHaveCome(long seed) throws IOException {
    Random random = new Random(seed);
    commit(random, Compression.NONE);
    commit(random, Compression.NONE);
    List<String> whole = shown(byId(Query.ALL, new StretchSize(100, 100, 1 << 20)));
    String damaged = new ArrayList<>(live.keySet()).get(random.nextInt(live.size()));
    damage(live.get(damaged));
    int rank = live.headMap(damaged).size();
    for (int rows : List.of(1, 7, 50, 1_000)) {
      try (Rows answer = byId(Query.ALL, new StretchSize(rows, rows, 20_000))) {
        for (int r = 0; r < rank; r++) {
          assertThat(answer.next().orElseThrow().json(), is(whole.get(r)));
        }
        assertThrows(CorruptRowException.class, answer::next);
        assertThrows(CorruptRowException.class, answer::next);
      }
      // A filter that would not take the row cannot know: its bytes are not those that were
      // written.
      Query none = Query.of(criteria(List.of("nowhere"), OptionalDouble.empty()));
      assertThrows(CorruptRowException.class, () -> shown(byFile(none, rows)));
      assertThrows(CorruptRowException.class, () -> shown(store.at(version).run(none)));
    }
    assertThat(files.now(), is(empty()));
  }

  @Test
  void partsHoldEachRowOnceAndEndAtFilesThatAreCutShort() throws IOException {
    commit(new Random(5), Compression.NONE);
    List<String> all = new ArrayList<>();
    for (Rows part : store.at(version).scan(Query.ALL, 3)) {
      all.addAll(shown(part));
    }
    assertThat(
        all,
        containsInAnyOrder(
            live.values().stream().map(StretchTest::withoutVector).toArray(String[]::new)));
    Path cut = fileOf(live.lastEntry().getValue());
    byte[] bytes = Files.readAllBytes(cut);
    cut.toFile().setWritable(true);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 5));
    assertThrows(IOException.class, () -> shown(byFile(Query.ALL, 1_000)));
    assertThat(files.now(), is(empty()));
  }

  @Test
  void whatLiesBetweenFewRowsIsNotRead() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lines.add(line("r%04d".formatted(i), "x", 0.5, "n".repeat(100)));
    }
    store.commit(List.of(lines), TIME, Compression.NONE);
    List<String> deletions = new ArrayList<>();
    for (int i = 1; i < 1_999; i++) {
      deletions.add("{\"type\":\"deletion\",\"target_id\":\"r%04d\"}".formatted(i));
    }
    store.commit(List.of(deletions), TIME, Compression.NONE);
    Explanation explanation = store.at(2).explain(2, Query.ALL);
    assertThat(explanation.rowsLookedAt(), is(2L));
    Explanation.FileUse file = explanation.segments().get(0).files().get(0);
    assertThat(file.bytesRead(), is(greaterThan(0L)));
    assertThat(file.bytesRead(), is(lessThan(file.bytes() / 100)));
  }

  private Rows byId(Query query, StretchSize size) throws IOException {
    SegmentSources sources = SegmentSources.open(files, segments());
    return new IdScan(
        KeyMerge.of(sources.list(), IdRange.ALL), look(sources, query), size, sources);
  }

  private Rows byFile(Query query, int rows) throws IOException {
    SegmentSources sources = SegmentSources.open(files, segments());
    return new FileScan(
        KeyMerge.of(sources.list(), IdRange.ALL), look(sources, query), rows, sources);
  }

  private RowLook look(SegmentSources sources, Query query) {
    return new RowLook(
        files, new SoundFiles(files), sources.list(), store.schema(), query, RowReader.WHOLE);
  }

  private List<LiveSegment> segments() throws IOException {
    return store.live(version);
  }

  /** Some records, some of them long, and deletions, in files of several domains. */
  private void commit(Random random, Compression compression) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < IDS / 2; n++) {
      String id = "id-%03d".formatted(random.nextInt(IDS));
      if (random.nextInt(10) == 0) {
        lines.add("{\"type\":\"deletion\",\"target_id\":\"" + id + "\"}");
        live.remove(id);
      } else {
        int note = random.nextInt(60) == 0 ? LONG_NOTE : random.nextInt(900);
        String domain = "d" + random.nextInt(12);
        String line = line(id, domain, random.nextInt(100) / 100.0, "x".repeat(note));
        if (random.nextInt(3) == 0) {
          String vector =
              ",\"embedding\":[%d.5,-%d.25]".formatted(random.nextInt(99), random.nextInt(99));
          line = line.substring(0, line.length() - 1) + vector + "}";
        }
        lines.add(line);
        live.put(id, line);
      }
    }
    store.commit(List.of(lines), TIME, compression);
    version++;
  }

  private List<String> expected(double quality) {
    List<String> expected = new ArrayList<>();
    for (Map.Entry<String, String> record : live.entrySet()) {
      String line = record.getValue();
      int at = line.indexOf("\"quality_score\":") + "\"quality_score\":".length();
      if (Double.parseDouble(line.substring(at, line.indexOf(',', at))) >= quality) {
        expected.add(line);
      }
    }
    return expected;
  }

  private static String withoutVector(String line) {
    return line.replaceAll(",\"embedding\":[^}]*", "");
  }

  private void damage(String record) throws IOException {
    String line = withoutVector(record);
    Path file = fileOf(line);
    String text = Files.readString(file, UTF_8);
    file.toFile().setWritable(true);
    Files.writeString(file, text.replace(line, line.replace("\"target", "\"tarGet")), UTF_8);
  }

  private Path fileOf(String record) throws IOException {
    String line = withoutVector(record);
    try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(p -> p.toString().endsWith(".jsonl")).toList()) {
        if (Files.readString(path, UTF_8).contains(line + "\n")) {
          return path;
        }
      }
    }
    throw new IOException("no file has " + line);
  }

  private static List<String> shown(Rows opened) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Rows answer = opened) {
      for (Optional<Row> row = answer.next(); row.isPresent(); row = answer.next()) {
        rows.add(row.get().json());
      }
    }
    return rows;
  }

  private static Query atLeast(double quality) {
    return Query.of(
        criteria(List.of(), quality == 0 ? OptionalDouble.empty() : OptionalDouble.of(quality)));
  }

  private static Criteria criteria(List<String> domains, OptionalDouble quality) {
    return new Criteria(
        List.of(),
        domains,
        List.of(),
        List.of(),
        quality,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String line(String id, String domain, double quality, String note) {
    return ("{\"id\":\"%s\",\"source_domain\":\"%s\",\"target_domain\":\"t\","
            + "\"quality_score\":%s,\"created_at\":\"2024-05-01T00:00:00Z\",\"metadata\":{\"n\":\"%s\"}}")
        .formatted(id, domain, quality, note);
  }
}
