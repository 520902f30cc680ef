package simile.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.jsonl.Compression;
import simile.merge.CorruptRowException;

/** What a query leaves behind: nothing. */
class OpenFilesTest {
  private static final String TIME = "2026-01-01T00:00:00Z";

  @TempDir Path folder;
  private OpenFiles files;
  private ModelStore store;

  @BeforeEach
  void openStore() throws IOException {
    files = new OpenFiles(new LocalFiles(folder));
    store = new ModelStore(files);
  }

  @Test
  void queryOverManyFilesKeepsFewOpen() throws IOException {
    for (int c = 0; c < 3; c++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 250; i++) {
        lines.add(line("%d-%03d".formatted(i % 7, i + c * 1_000), "domain" + i));
      }
      store.commit(List.of(lines), TIME, Compression.NONE);
    }
    assertThat(count(Query.ALL), is(750));
    assertThat(files.most(), is(lessThan(520)));
    assertThat(files.now(), is(empty()));
  }

  @Test
  void rowsThatAreNotReadToTheEndAreClosed() throws IOException {
    store.commit(List.of(List.of(line("a", "x"), line("b", "y"))), TIME, Compression.ZSTD);
    for (Query query :
        List.of(
            Query.ALL.limit(1), Query.ALL.limit(0), Query.ALL.orderBy(new OrderBy("id", true)))) {
      store.at(1).run(query).close();
      assertThat(files.now(), is(empty()));
    }
  }

  @Test
  void damagedRowLeavesNothingOpenAndNoTemporaryFile() throws IOException {
    store.commit(List.of(List.of(line("a", "x"), line("b", "x"))), TIME, Compression.NONE);
    damage();
    long before = temporaryFiles();
    Query sorted = Query.ALL.orderBy(new OrderBy("id", true));
    assertThrows(CorruptRowException.class, () -> store.at(1).run(sorted));
    assertThat(files.now(), is(empty()));
    assertThat(temporaryFiles(), is(before));
    assertThrows(CorruptRowException.class, () -> count(Query.ALL));
    assertThat(files.now(), is(empty()));
  }

  @Test
  void queryOverMoreSegmentsThanMayBeOpenFindsEverything() throws IOException {
    List<List<String>> splits = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      splits.add(List.of(line("%03d".formatted(i), "x"), line("%03d".formatted(i + 1), "x")));
    }
    store.commit(splits, TIME, Compression.NONE);
    assertThat(count(Query.ALL), is(301));
    try (Rows rows = store.at(1).run(Query.ALL, 2, 50)) {
      assertThat(count(rows), is(301));
    }
    assertThat(files.most(), is(lessThan(256 + 512 + 2)));
    assertThat(files.now(), is(empty()));
  }

  @Test
  void threadsEndAndCloseTheirFilesWhenRowsAreNotReadToTheEnd() throws IOException {
    commitTwice();
    Rows rows = store.at(2).run(Query.ALL, 3, 20);
    rows.next();
    rows.close();
    assertThat(files.now(), is(empty()));
    assertThat(
        Thread.getAllStackTraces().keySet().stream()
            .filter(t -> t.getName().startsWith("simile-query-"))
            .toList(),
        is(empty()));
  }

  @Test
  void damageThatAThreadFindsIsThrownWhereItsRowWouldHaveCome() throws IOException {
    commitTwice();
    int before = count(Query.ALL.limit(500));
    damage();
    try (Rows rows = store.at(2).run(Query.ALL, 3, 20)) {
      assertThrows(CorruptRowException.class, () -> count(rows));
    }
    assertThat(before, is(300));
    assertThat(files.now(), is(empty()));
  }

  @Test
  void unknownOrderIsRefusedBeforeAnythingIsOpened() throws IOException {
    store.commit(List.of(List.of(line("a", "x"))), TIME, Compression.NONE);
    Query query = Query.ALL.orderBy(new OrderBy("colour", false));
    assertThrows(IllegalArgumentException.class, () -> store.at(1).run(query));
    assertThat(files.now(), is(empty()));
  }

  private int count(Query query) throws IOException {
    try (Rows answer = store.at(store.files().list("_log").size()).run(query)) {
      return count(answer);
    }
  }

  private static int count(Rows answer) throws IOException {
    int rows = 0;
    for (Optional<Row> row = answer.next(); row.isPresent(); row = answer.next()) {
      rows++;
    }
    return rows;
  }

  /** Two overlapping segments of 300 ids together. */
  private void commitTwice() throws IOException {
    for (int c = 0; c < 2; c++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        lines.add(line("%03d".formatted(i + c * 100), "domain" + i % 5));
      }
      store.commit(List.of(lines), TIME, Compression.NONE);
    }
  }

  private void damage() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Path jsonl =
          all.filter(p -> p.toString().endsWith(".jsonl")).sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(jsonl);
      bytes[20] ^= 1;
      jsonl.toFile().setWritable(true);
      Files.write(jsonl, bytes);
    }
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("simile-sort-")).count();
    }
  }

  private static String line(String id, String domain) {
    return ("{\"id\":\"%s\",\"source_domain\":\"%s\",\"target_domain\":\"t\","
            + "\"quality_score\":0.5}")
        .formatted(id, domain);
  }
}
