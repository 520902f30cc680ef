package simile.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Schemas;

final class SqliteFileWriterTest {
  private static final Schema SCHEMA = Schemas.analogies(OptionalInt.empty());

  @TempDir Path folder;

  @Test
  void manyBatchesMakeTheTableAndIndexesOfAShard() throws IOException {
    List<String> lines = lines(new Random(3), 2_000);
    Path file = folder.resolve("whole.sqlite");
    try (SqliteFileWriter writer = SqliteFileWriter.create(file, SCHEMA)) {
      for (int from = 0; from < lines.size(); from += 300) {
        writer.add(Batches.of(SCHEMA, lines.subList(from, Math.min(lines.size(), from + 300))));
      }
      assertThat(writer.finish(), is((long) lines.size()));
    }
    RecordBatch all = Batches.of(SCHEMA, lines);
    assertThat(
        new SqliteShardWriter()
            .write(new FolderFiles(folder), "shard.sqlite", all, SortedRows.of(all))
            .isPresent(),
        is(true));
    assertThat(faults(file), empty());
    assertThat(rows(file), equalTo(rows(folder.resolve("shard.sqlite"))));
    assertThat(indexes(file), equalTo(indexes(folder.resolve("shard.sqlite"))));
    assertThat(
        single(file, "SELECT min(rowid) || ' to ' || max(rowid) FROM analogies"), is("1 to 2000"));
    assertThat(
        "rows are numbered by id",
        single(
            file,
            "SELECT count(*) FROM (SELECT rowid r, row_number() OVER (ORDER BY id) n"
                + " FROM analogies) WHERE r <> n"),
        is("0"));
    try (var left = Files.list(folder)) {
      assertThat(left.count(), is(2L));
    }
  }

  @Test
  void ofNoRecordThereIsATable() throws IOException {
    Path file = folder.resolve("empty.sqlite");
    try (SqliteFileWriter writer = SqliteFileWriter.create(file, SCHEMA)) {
      assertThat(writer.finish(), is(0L));
    }
    assertThat(faults(file), empty());
    try (SqliteShardReader reader = SqliteShardReader.open(file)) {
      assertThat(reader.collection(), is("analogies"));
      assertThat(reader.count(), is(0L));
    }
  }

  @Test
  void keysThatDoNotFitIntoMemoryComeInOrder() throws IOException {
    Random random = new Random(5);
    TreeSet<String> expected = new TreeSet<>();
    List<String> found = new ArrayList<>();
    try (KeySorter sorter = new KeySorter(folder.resolve("spill"), 4_000, Runnable::run)) {
      for (int i = 0; i < 3_000; i++) {
        String key = "prefix-" + random.nextInt(1 << 20) + "-" + i;
        expected.add(key);
        byte[] bytes = key.getBytes(UTF_8);
        sorter.add(bytes, bytes.length);
      }
      sorter.drain((key, length) -> found.add(new String(key, 0, length, UTF_8)));
    }
    assertThat(found, equalTo(List.copyOf(expected)));
    assertThat(Files.exists(folder.resolve("spill")), is(false));
  }

  private static List<String> lines(Random random, int count) {
    TreeSet<String> ids = new TreeSet<>();
    while (ids.size() < count) {
      ids.add("id" + random.nextInt(1_000_000));
    }
    return ids.stream().map(id -> line(random, id)).toList();
  }

  private static String line(Random random, String id) {
    String line = "{\"id\":\"" + id + "\"";
    if (random.nextInt(5) > 0) {
      line += ",\"source_domain\":\"%s\"".formatted("dömain \\u00e9".repeat(random.nextInt(3)));
    }
    if (random.nextInt(5) > 0) {
      line += ",\"quality_score\":" + (random.nextInt(2_000) - 1_000) / 1_000.0;
    }
    if (random.nextInt(50) == 0) {
      line += ",\"unknown\":\"" + "x".repeat(random.nextInt(20_000)) + "\"";
    }
    return line + ",\"created_at\":\"2026-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z\"}";
  }

  private static List<String> faults(Path file) throws IOException {
    try (SqliteShardReader reader = SqliteShardReader.open(file)) {
      return reader.integrityFaults();
    }
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    try (SqliteShardReader reader = SqliteShardReader.open(file)) {
      reader.forEach((columns, values) -> rows.add(columns + Arrays.toString(values)));
    }
    return rows;
  }

  private static String single(Path file, String sql) throws IOException {
    List<String> values = new ArrayList<>();
    SqliteQuery.forEach(file, sql, (columns, row) -> values.add(String.valueOf(row[0])));
    return String.join("; ", values);
  }

  private static List<String> indexes(Path file) throws IOException {
    List<String> indexes = new ArrayList<>();
    SqliteQuery.forEach(
        file,
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
        (columns, values) -> indexes.add(Arrays.toString(values)));
    return indexes;
  }
}
