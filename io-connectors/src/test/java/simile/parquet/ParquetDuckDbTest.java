package simile.parquet;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.parquet.write.ParquetJoiner;

/** DuckDB finds in our files what was put into them. */
class ParquetDuckDbTest {
  @TempDir Path folder;

  private List<String> query(byte[] parquet, String select) throws Exception {
    Path file = Files.write(folder.resolve("x.parquet"), parquet);
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("CREATE VIEW t AS SELECT * FROM '" + file + "'");
      try (ResultSet found = statement.executeQuery(select)) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    return rows;
  }

  private static String row(ResultSet found) throws Exception {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      values.add(found.getString(i));
    }
    return String.join("|", values.stream().map(String::valueOf).toList());
  }

  private List<String> column(byte[] parquet, String expression) throws Exception {
    return query(parquet, "SELECT (" + expression + ")::VARCHAR FROM t");
  }

  @Test
  void columnsHaveTheirTypes() throws Exception {
    byte[] file = ParquetFixtures.write("{\"id\":\"a\"}");
    assertThat(
        query(file, "SELECT column_name, column_type FROM (DESCRIBE t)"),
        contains(
            "id|VARCHAR",
            "type|VARCHAR",
            "quality_score|DOUBLE",
            "count|BIGINT",
            "gold|BOOLEAN",
            "concept_mappings|MAP(VARCHAR, VARCHAR[])",
            "created_at|TIMESTAMP WITH TIME ZONE",
            "tags|VARCHAR[]",
            "metadata|JSON",
            "embedding|FLOAT[]",
            "_extra|VARCHAR"));
  }

  @Test
  void numbersAreEqualUpToTheirEdges() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"quality_score\":1.7976931348623157e308,\"count\":9223372036854775807}",
            "{\"quality_score\":4.9e-324,\"count\":-9223372036854775808}",
            "{\"quality_score\":-0.0,\"count\":1e3}",
            "{\"quality_score\":12345678901234567890,\"count\":0}");
    assertThat(
        column(file, "quality_score"),
        contains("1.7976931348623157e+308", "5e-324", "-0.0", "1.2345678901234567e+19"));
    assertThat(
        column(file, "count"),
        contains("9223372036854775807", "-9223372036854775808", "1000", "0"));
  }

  @Test
  void rowGroupsAreSkippedByTheRightBounds() throws Exception {
    byte[] file = ParquetFixtures.write("{\"quality_score\":-0.0}", "{\"quality_score\":-2.5}");
    assertThat(query(file, "SELECT count(*) FROM t WHERE quality_score >= 0"), contains("1"));
    assertThat(query(file, "SELECT count(*) FROM t WHERE quality_score < -2"), contains("1"));
    byte[] texts = ParquetFixtures.write("{\"id\":\"\u00e9\"}", "{\"id\":\"z\"}");
    assertThat(query(texts, "SELECT id FROM t WHERE id > 'zz'"), contains("\u00e9"));
    byte[] endless = ParquetFixtures.write("{\"id\":\"" + "x".repeat(5000) + "\"}");
    assertThat(query(endless, "SELECT count(*) FROM t WHERE id > 'w'"), contains("1"));
  }

  @Test
  void timesAreInstants() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"created_at\":\"2024-05-01T10:00:00+02:00\"}",
            "{\"created_at\":\"1969-12-31T23:59:59.999999999Z\"}",
            "{\"created_at\":null}");
    assertThat(
        column(file, "created_at"),
        contains("2024-05-01 08:00:00+00", "1969-12-31 23:59:59.999999+00", "null"));
  }

  @Test
  void namesAreMapsOfLists() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"concept_mappings\":{\"sun\":\"nucleus\",\"planet\":[\"electron\",\"shell\"]}}",
            "{\"concept_mappings\":{}}",
            "{\"concept_mappings\":{\"a\":[]}}",
            "{}");
    assertThat(
        column(file, "concept_mappings"),
        contains("{sun=[nucleus], planet=[electron, shell]}", "{}", "{a=[]}", "null"));
    assertThat(
        column(file, "concept_mappings['planet']"),
        contains("[electron, shell]", "null", "null", "null"));
  }

  @Test
  void emptyListsAreNoNulls() throws Exception {
    byte[] file =
        ParquetFixtures.write("{\"tags\":[]}", "{\"tags\":[\"\"]}", "{\"tags\":null}", "{}");
    assertThat(column(file, "len(tags)"), contains("0", "1", "null", "null"));
  }

  @Test
  void textIsDecoded() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"id\":\"\\u00e9\\uD83D\\uDE00\\n\\\"\\\\\\/\"}", "{\"id\":\"\u5fc3\ud83d\ude00\"}");
    assertThat(column(file, "id"), contains("\u00e9\ud83d\ude00\n\"\\/", "\u5fc3\ud83d\ude00"));
    assertThat(
        column(
            ParquetFixtures.write("{\"concept_mappings\":{\"\\t\":[\"\\u5fc3\"]}}"),
            "map_keys(concept_mappings)[1] || concept_mappings['\t'][1]"),
        contains("\t\u5fc3"));
  }

  @Test
  void whatFitsNoColumnIsExtra() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"x\": [1, 2],\"y\":null}",
            "{\"tags\":[1]}",
            "{\"concept_mappings\":{\"a\":\"1\",\"a\":\"2\"}}",
            "{\"id\":\"\\ud800\"}",
            "{\"count\":9223372036854775808}",
            "{\"gold\":\"yes\",\"created_at\":\"noon\",\"embedding\":[\"1\"]}");
    assertThat(
        column(file, "_extra"),
        contains(
            "{\"x\": [1, 2],\"y\":null}",
            "{\"tags\":[1]}",
            "{\"concept_mappings\":{\"a\":\"1\",\"a\":\"2\"}}",
            "{\"id\":\"\\ud800\"}",
            "{\"count\":9223372036854775808}",
            "{\"gold\":\"yes\",\"created_at\":\"noon\",\"embedding\":[\"1\"]}"));
    assertThat(
        query(file, "SELECT count(tags), count(concept_mappings), count(id), count(count) FROM t"),
        contains("0|0|0|0"));
  }

  @Test
  void jsonThatDuckDbWouldRefuseIsExtra() throws Exception {
    String deep = "[".repeat(900) + "1e400" + "]".repeat(900);
    byte[] file =
        ParquetFixtures.write(
            "{\"metadata\":{\"half\":\"\\uDE00\"}}",
            "{\"metadata\":{\"half\":\"\\ud83d\\n\"}}",
            "{\"metadata\":{\"pair\":\"\\uD83D\\uDE00 \\\\ud800\"}}",
            "{\"metadata\":{\"a\":\"\\u0000\",\"a\":" + deep + "}}");
    assertThat(
        column(file, "metadata->>'pair'"),
        contains("null", "null", "\ud83d\ude00 \\ud800", "null"));
    assertThat(query(file, "SELECT count(metadata), count(_extra) FROM t"), contains("2|2"));
    assertThat(ParquetFixtures.read(file).get(0), is("{\"metadata\":{\"half\":\"\\uDE00\"}}"));
  }

  @Test
  void ofTwoMembersTheLastThatFitsCounts() throws Exception {
    byte[] file = ParquetFixtures.write("{\"count\":1,\"count\":2,\"count\":null}");
    assertThat(column(file, "count"), contains("2"));
  }

  @ParameterizedTest
  @EnumSource
  void randomRecordsAreEqual(ParquetCompression compression) throws Exception {
    List<String> lines = new RandomAnalogies(7).lines(5000);
    ParquetOptions options =
        ParquetOptions.defaults().withCompression(compression).withRowGroups(700, 1 << 20);
    byte[] file = ParquetFixtures.write(options, lines);
    Path json = Files.write(folder.resolve("x.jsonl"), lines);
    String columns =
        "{id:'VARCHAR', type:'VARCHAR', quality_score:'DOUBLE', count:'BIGINT', gold:'BOOLEAN',"
            + " created_at:'TIMESTAMPTZ', tags:'VARCHAR[]', metadata:'JSON', embedding:'FLOAT[]'}";
    String same =
        "SELECT count(*) FROM t JOIN read_json('%s', columns=%s) j ON t.id = j.id"
                .formatted(json, columns)
            + " WHERE (t.type, t.quality_score, t.count, t.gold, t.created_at, t.tags, t.metadata,"
            + " t.embedding) IS NOT DISTINCT FROM (j.type, j.quality_score, j.count, j.gold,"
            + " j.created_at, j.tags, j.metadata, j.embedding)";
    assertThat(query(file, same), contains("5000"));
  }

  @Test
  void joinedFilesAreOne() throws Exception {
    List<String> lines = new RandomAnalogies(8).lines(3000);
    ParquetOptions options = ParquetOptions.defaults().withRowGroups(400, 1 << 20);
    Path joined = folder.resolve("joined.parquet");
    try (OutputStream out = Files.newOutputStream(joined)) {
      ParquetJoiner joiner = ParquetJoiner.to(out);
      for (List<String> part : List.of(lines.subList(0, 1000), lines.subList(1000, 3000))) {
        byte[] file = ParquetFixtures.write(options, part);
        joiner.add(new SeekableInMemoryByteChannel(file), "part");
      }
      assertThat(joiner.finish(), is(new ParquetFile(3000, Files.size(joined))));
    }
    byte[] file = Files.readAllBytes(joined);
    assertThat(query(file, "SELECT count(DISTINCT id), count(tags) FROM t").size(), is(1));
    assertThat(ParquetFixtures.trees(ParquetFixtures.read(file)), is(ParquetFixtures.trees(lines)));
  }

  @Test
  void noRowsAreATableToo() throws Exception {
    byte[] file = ParquetFixtures.write(ParquetOptions.defaults(), Collections.emptyList());
    assertThat(query(file, "SELECT count(*) FROM t"), contains("0"));
  }
}
