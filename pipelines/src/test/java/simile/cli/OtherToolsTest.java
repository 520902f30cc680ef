package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Programs;

/**
 * Other people's tools read exports of generated records and find the same values. DuckDB reads
 * SQLite files only with an extension that it downloads, so these are left to SQLite's own shell;
 * pandas reads Parquet only with pyarrow, which Debian does not have.
 */
class OtherToolsTest {
  private static final int RECORDS = 2_000;
  private static final int MANY_RECORDS = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Map<String, JsonNode> expected = new TreeMap<>();

  @AfterEach
  void forget() {
    expected.clear();
  }

  @Test
  void allOfThemFindTheSame() throws Exception {
    check(OddRecords.write(input(), RECORDS));
  }

  @Test
  @Tag("full")
  void allOfThemFindTheSameInManyRecords() throws Exception {
    check(OddRecords.write(input(), MANY_RECORDS));
  }

  @Test
  void allOfThemFindTheSameInRealAnalogies() throws Exception {
    check(RealRecords.write(input()));
  }

  @Test
  void anEmptyCollectionIsEmptyEverywhere() throws Exception {
    Path line =
        Files.writeString(
            folder.resolve("one.jsonl"), "{\"id\":\"x\",\"name\":\"n\",\"frame_type\":\"t\"}\n");
    done("ingest", "--collection", "frames", "--input", line.toString());
    done("delete", "--collection", "frames", "--id", "x");
    export("frames", "parquet", "f.parquet");
    export("frames", "sqlite", "f.sqlite");
    export("frames", "jsonl", "f.jsonl");
    assertThat(duckDb("SELECT count(*) FROM '%s'".formatted(at("f.parquet"))), is(List.of("0")));
    assertThat(Files.size(folder.resolve("f.jsonl")), is(0L));
    Programs.assume("sqlite3", "sqlite3", "--version");
    assertThat(sqlite("f.sqlite", "SELECT count(*) FROM frames"), is("0\n"));
  }

  private Path input() {
    return folder.resolve("records.jsonl");
  }

  private void check(Map<String, JsonNode> records) throws Exception {
    expected = records;
    done("ingest", "--input", input().toString());
    duckDbReadsParquet();
    duckDbReadsPartitions();
    sqliteReadsItsFile();
    jqReadsLines();
    numpyReadsVectors();
    pandasReadsLinesAndCsv();
  }

  private void duckDbReadsParquet() throws Exception {
    export("analogies", "parquet", "all.parquet");
    String file = at("all.parquet");
    Map<String, JsonNode> found = new TreeMap<>();
    for (String row :
        duckDb(
            ("SELECT to_json({'id': id, 'source_domain': source_domain, 'quality_score': quality_score, 'tags': tags,"
                    + " 'concept_mappings': concept_mappings, 'metadata': metadata, 'micros': epoch_us(created_at),"
                    + " 'embedding': embedding}) FROM '%s'")
                .formatted(file))) {
      JsonNode record = JSON.readTree(row);
      found.put(record.get("id").textValue(), record);
    }
    assertThat(found.keySet().equals(expected.keySet()), is(true));
    for (Map.Entry<String, JsonNode> record : expected.entrySet()) {
      JsonNode read = found.get(record.getKey());
      assertThat(read.get("source_domain"), is(record.getValue().get("source_domain")));
      assertThat(
          read.get("quality_score").doubleValue(),
          is(record.getValue().get("quality_score").doubleValue()));
      assertThat(read.get("tags"), is(OddRecords.orNull(record.getValue(), "tags")));
      assertThat(
          record.getKey(),
          read.get("concept_mappings"),
          is(OddRecords.mappings(record.getValue())));
      assertThat(read.get("metadata"), is(OddRecords.orNull(record.getValue(), "metadata")));
      assertThat(
          read.get("micros").longValue(), is(micros(record.getValue().get("created_at").asText())));
      assertThat(floats(read.path("embedding")), is(floats(record.getValue().path("embedding"))));
    }
    Map<String, String> types = new TreeMap<>();
    for (String row :
        duckDb(
            "SELECT column_name || '=' || column_type FROM (DESCRIBE SELECT * FROM '%s')"
                .formatted(file))) {
      types.put(row.split("=", 2)[0], row.split("=", 2)[1]);
    }
    assertThat(types.get("quality_score"), is("DOUBLE"));
    assertThat(types.get("created_at"), is("TIMESTAMP WITH TIME ZONE"));
    assertThat(types.get("tags"), is("VARCHAR[]"));
    assertThat(types.get("concept_mappings"), is("MAP(VARCHAR, VARCHAR[])"));
    assertThat(types.get("embedding"), is("FLOAT[]"));
  }

  private void duckDbReadsPartitions() throws Exception {
    done("export", "--format", "jsonl", "--output", at("parts"), "--partition-by", "source_domain");
    Map<String, String> found = new TreeMap<>();
    for (String row :
        duckDb(
            "SELECT to_json([id, source_domain]) FROM read_json('%s/source_domain=*/*.jsonl', format='newline_delimited', union_by_name=true, hive_partitioning=true, hive_types_autocast=false)"
                .formatted(at("parts")))) {
      JsonNode pair = JSON.readTree(row);
      found.put(pair.get(0).textValue(), pair.get(1).textValue());
    }
    Map<String, String> domains = new TreeMap<>();
    expected.forEach((id, record) -> domains.put(id, record.get("source_domain").textValue()));
    assertThat(found.equals(domains), is(true));
  }

  private void sqliteReadsItsFile() throws IOException {
    Programs.assume("sqlite3", "sqlite3", "--version");
    export("analogies", "sqlite", "all.sqlite");
    assertThat(sqlite("all.sqlite", "PRAGMA integrity_check"), is("ok\n"));
    String rows =
        Programs.output(
            "sqlite3",
            "-readonly",
            "-json",
            at("all.sqlite"),
            "SELECT id, source_domain, quality_score, tags, concept_mappings FROM analogies");
    int count = 0;
    for (JsonNode row : JSON.readTree(rows)) {
      JsonNode record = expected.get(row.get("id").textValue());
      assertThat(row.get("source_domain"), is(record.get("source_domain")));
      assertThat(
          row.get("quality_score").doubleValue(), is(record.get("quality_score").doubleValue()));
      assertThat(json(row.get("tags")), is(OddRecords.orNull(record, "tags")));
      assertThat(
          json(row.get("concept_mappings")), is(OddRecords.orNull(record, "concept_mappings")));
      count++;
    }
    assertThat(count, is(expected.size()));
  }

  private void jqReadsLines() throws IOException {
    Programs.assume("jq", "jq", "--version");
    export("analogies", "jsonl", "all.jsonl");
    Map<String, JsonNode> found = new TreeMap<>();
    for (String line :
        Programs.output("jq", "-c", "{id, source_domain, tags, concept_mappings}", at("all.jsonl"))
            .lines()
            .toList()) {
      JsonNode record = JSON.readTree(line);
      found.put(record.get("id").textValue(), record);
    }
    assertThat(found.keySet().equals(expected.keySet()), is(true));
    expected.forEach(
        (id, record) -> {
          assertThat(found.get(id).get("source_domain"), is(record.get("source_domain")));
          assertThat(found.get(id).get("tags"), is(OddRecords.orNull(record, "tags")));
          assertThat(
              found.get(id).get("concept_mappings"),
              is(OddRecords.orNull(record, "concept_mappings")));
        });
  }

  private void numpyReadsVectors() throws IOException {
    Programs.assume("python3 with numpy", "python3", "-c", "import numpy");
    export("analogies", "npz", "all.npz");
    JsonNode found =
        python(
            """
            import json, numpy, sys
            z = numpy.load(sys.argv[1], allow_pickle=False)
            print(json.dumps({str(i): [float(x) for x in v] for i, v in zip(z['ids'], z['embeddings'])}))
            """,
            at("all.npz"));
    int vectors = 0;
    for (Map.Entry<String, JsonNode> record : expected.entrySet()) {
      if (record.getValue().has("embedding")) {
        assertThat(
            floats(found.get(record.getKey())), is(floats(record.getValue().get("embedding"))));
        vectors++;
      }
    }
    assertThat(found.size(), is(vectors));
  }

  private void pandasReadsLinesAndCsv() throws IOException {
    Programs.assume("python3 with pandas", "python3", "-c", "import pandas");
    JsonNode lines =
        python(
            """
            import json, pandas, sys
            f = pandas.read_json(sys.argv[1], lines=True, dtype=False, convert_dates=False, precise_float=True)
            print(json.dumps({r['id']: [r['source_domain'], r['quality_score']] for r in f.to_dict('records')}))
            """,
            at("all.jsonl"));
    export("analogies", "csv", "all.csv");
    JsonNode csv =
        python(
            """
            import json, pandas, sys
            f = pandas.read_csv(sys.argv[1], keep_default_na=False, float_precision='round_trip')
            print(json.dumps({r['id']: [r['source_domain'], r['quality_score']] for r in f.to_dict('records')}))
            """,
            at("all.csv"));
    assertThat(lines.size(), is(expected.size()));
    assertThat(csv.equals(lines), is(true));
    expected.forEach(
        (id, record) -> {
          assertThat(lines.get(id).get(0), is(record.get("source_domain")));
          assertThat(
              lines.get(id).get(1).doubleValue(), is(record.get("quality_score").doubleValue()));
        });
  }

  private static List<Float> floats(JsonNode vector) {
    List<Float> numbers = new ArrayList<>();
    vector.forEach(number -> numbers.add(number.floatValue()));
    return numbers;
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, OffsetDateTime.parse(time).toInstant());
  }

  private static JsonNode json(JsonNode text) throws IOException {
    return text.isNull() ? text : JSON.readTree(text.textValue());
  }

  private JsonNode python(String script, String argument) throws IOException {
    return JSON.readTree(Programs.output("python3", "-c", script, argument));
  }

  private String sqlite(String file, String sql) throws IOException {
    return Programs.output("sqlite3", "-readonly", at(file), sql);
  }

  private static List<String> duckDb(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private void export(String collection, String format, String name) {
    done("export", "--collection", collection, "--format", format, "--output", at(name));
  }

  private void done(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--store";
    all[words.length + 1] = folder.resolve("store").toString();
    Session session = Session.of(all);
    assertThat(session.err(), session.exit(), is(0));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }
}
