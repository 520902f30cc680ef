package simile.sqlite;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Programs;
import simile.testing.Schemas;

/** Rows that are read are the rows that were written. */
final class SqliteShardRoundTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema ODD =
      new Schema(
          "od\"d table",
          List.of(
              Column.of("id", ColumnType.TEXT),
              Column.of("text", ColumnType.TEXT),
              Column.of("real", ColumnType.REAL),
              new Column("integer", ColumnType.INTEGER, false, true),
              Column.of("select", ColumnType.BOOLEAN),
              Column.of("json \"x\"", ColumnType.JSON)),
          Optional.empty(),
          List.of(List.of("text", "real")),
          OptionalInt.empty());

  @TempDir Path folder;

  @Test
  void everyValueComesBackAsAnOracleHasIt() throws IOException {
    Random random = new Random(17);
    List<String> lines = new ArrayList<>();
    Map<String, JsonNode> oracle = new TreeMap<>();
    for (int i = 0; i < 3000; i++) {
      ObjectNode record = record(random, "k" + random.nextInt(2000));
      lines.add(JSON.writeValueAsString(record));
      oracle.put(record.get("id").textValue(), record);
    }
    write(ODD, "s.sqlite", lines);

    List<String> ids = new ArrayList<>();
    try (SqliteShardReader shard = SqliteShardReader.open(folder.resolve("s.sqlite"))) {
      assertThat(shard.collection(), is("od\"d table"));
      assertThat(shard.count(), is((long) oracle.size()));
      shard.forEach(
          (columns, values) -> {
            ids.add((String) values[0]);
            assertThat(
                record(columns, values), is(JSON.readTree(oracle.get(values[0]).toString())));
          });
    }
    assertThat(ids, is(List.copyOf(oracle.keySet())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a?b", "a#b", "100%41", "a b", "é😀", "x;y=z&mode=rw", "'\"", "file:x"})
  void anyFileNameDoes(String name) throws IOException {
    write(ODD, name + "/" + name + ".sqlite", List.of("{\"id\":\"a\"}"));
    Path file = folder.resolve(name).resolve(name + ".sqlite");
    assertThat(Files.isRegularFile(file), is(true));
    try (SqliteShardReader shard = SqliteShardReader.open(file)) {
      assertThat(shard.count(), is(1L));
    }
    try (var left = Files.list(file.getParent())) {
      assertThat(left.count(), is(1L));
    }
  }

  @Test
  void theSystemsSqliteReadsItReadOnly() throws IOException {
    Programs.assumeProgram("sqlite3", "-version");
    write(
        Schemas.analogies(OptionalInt.empty()),
        "s.sqlite",
        List.of(
            "{\"id\":\"ü\",\"quality_score\":0.1,\"concept_mappings\":{\"a\":[\"x\",\"é\"]}}",
            "{\"id\":\"b\",\"quality_score\":0.30000000000000004}"));
    String sql =
        "PRAGMA integrity_check; PRAGMA journal_mode;"
            + " SELECT id, quality_score = 0.1, json_extract(concept_mappings, '$.a[1]')"
            + " FROM analogies ORDER BY quality_score;";
    assertThat(
        Programs.output(
            List.of("sqlite3", "-readonly", folder.resolve("s.sqlite").toString(), sql)),
        is("ok\ndelete\nü|1|é\nb|0|\n"));
  }

  @Test
  void whatIsNoShardIsRefusedWithAReason() throws IOException {
    Path text = Files.writeString(folder.resolve("t.sqlite"), "hello, I am no database at all");
    assertThat(refusal(text), containsString("not a sound SQLite database"));

    Path other = folder.resolve("o.sqlite");
    try (SqliteTableWriter writer =
        SqliteTableWriter.create(other, new SqliteTable("t", List.of("a"), List.of()))) {
      writer.finish();
    }
    assertThat(refusal(other), containsString("application_id is 0"));
    assertThat(refusal(folder.resolve("none")), containsString("none"));
  }

  @Test
  void aFullDiskIsNamed() {
    SQLiteException full = new SQLiteException("x", SQLiteErrorCode.SQLITE_FULL);
    assertThat(
        SqliteFailures.of("building the shard", Path.of("s"), full).getMessage(),
        containsString("building the shard s: the disk is full; free space"));
    SQLiteException io = new SQLiteException("x", SQLiteErrorCode.SQLITE_IOERR_WRITE);
    assertThat(
        SqliteFailures.of("building the shard", Path.of("s"), io).getMessage(),
        containsString("may be full or failing"));
  }

  @Test
  void columnsThatSqliteTakesForOneAreRefused() {
    Schema twins =
        new Schema(
            "t",
            List.of(Column.of("id", ColumnType.TEXT), Column.of("ID", ColumnType.TEXT)),
            Optional.empty(),
            List.of(),
            OptionalInt.empty());
    Exception e = assertThrows(IllegalArgumentException.class, () -> ShardTable.of(twins));
    assertThat(e.getMessage(), containsString("differ only in case"));
  }

  private static String refusal(Path file) {
    return assertThrows(IOException.class, () -> SqliteShardReader.open(file)).getMessage();
  }

  private void write(Schema schema, String path, List<String> lines) throws IOException {
    RecordBatch batch = Batches.of(schema, lines);
    new SqliteShardWriter().write(new FolderFiles(folder), path, batch, SortedRows.of(batch));
  }

  private static ObjectNode record(Random random, String id) {
    ObjectNode record = JSON.createObjectNode().put("id", id);
    if (random.nextInt(4) > 0) {
      record.put("text", text(random));
    }
    if (random.nextInt(4) > 0) {
      record.put("real", Double.longBitsToDouble(random.nextLong() & 0x7fdfffffffffffffL));
    }
    if (random.nextInt(4) > 0) {
      record.put("integer", random.nextLong() >> random.nextInt(64));
    }
    if (random.nextInt(4) > 0) {
      record.put("select", random.nextBoolean());
    }
    if (random.nextInt(4) > 0) {
      record.putObject("json \"x\"").put(text(random), random.nextInt()).putNull("n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      record.put("extra" + i, text(random));
    }
    return record;
  }

  /** Quotes, escapes, all planes of Unicode; no U+0000 and no lone surrogates. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append("\"\\/\n\t\u0001\b\f\r'".charAt(random.nextInt(10)));
        case 1 -> text.appendCodePoint(0x10000 + random.nextInt(0xfffff));
        case 2 -> text.append((char) (0xa0 + random.nextInt(0x2000)));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  /** Puts a row together as the record that it was. */
  private static JsonNode record(List<String> columns, Object[] values) throws IOException {
    ObjectNode record = JSON.createObjectNode();
    for (int i = 0; i < values.length; i++) {
      String column = columns.get(i);
      if (values[i] == null) {
        continue;
      }
      switch (column) {
        case "real" -> record.put(column, (Double) values[i]);
        case "select" -> record.put(column, (Long) values[i] == 1);
        case "json \"x\"" -> record.set(column, JSON.readTree((String) values[i]));
        case ShardTable.EXTRA -> record.setAll((ObjectNode) JSON.readTree((String) values[i]));
        case "integer" -> record.set(column, JSON.readTree(values[i].toString()));
        default -> record.put(column, (String) values[i]);
      }
    }
    return record;
  }
}
