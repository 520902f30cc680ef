package simile.proof.readers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.proof.LocalInputs;
import simile.proof.PlainIngest;
import simile.proof.Programs;
import simile.proof.Stored;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.store.AsOf;

/** Other people's tools read what a run writes, and find the same records. */
class OtherReadersTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Map<String, String> records;

  @BeforeEach
  void ingestOnce() throws IOException {
    PlainIngest.into(new LocalFiles(folder), "run-1")
        .withDimension(8)
        .run(
            new LocalInputs(TESTDATA),
            "analogies/science.jsonl",
            "analogies/language.jsonl",
            "invalid/partition-values.jsonl");
    records = Stored.analogies(folder, AsOf.latest(), true);
    assertThat(records.size(), is(greaterThan(70)));
  }

  @Test
  void numpyReadsTheVectorsWithoutPickle() throws IOException {
    Programs.assume("python3 with numpy", "python3", "-c", "import numpy");
    String script =
        """
        import json, numpy, sys
        with numpy.load(sys.argv[1], allow_pickle=False) as z:
            assert z['embeddings'].dtype == numpy.dtype('<f4') and z['embeddings'].flags.c_contiguous
            print(json.dumps({str(i): [float(x) for x in v] for i, v in zip(z['ids'], z['embeddings'])}))
        """;
    DataFile npz = files(FileKind.NPZ).get(0);
    JsonNode read = JSON.readTree(Programs.output("python3", "-c", script, path(npz).toString()));
    int vectors = 0;
    for (Map.Entry<String, String> record : records.entrySet()) {
      JsonNode vector = JSON.readTree(record.getValue()).path("embedding");
      assertThat(read.has(record.getKey()), is(!vector.isMissingNode()));
      for (int i = 0; i < vector.size(); i++) {
        assertThat(read.get(record.getKey()).get(i).floatValue(), is(vector.get(i).floatValue()));
      }
      vectors += vector.isMissingNode() ? 0 : 1;
    }
    assertThat((long) vectors, is(npz.rows()));
    assertThat(vectors, is(greaterThan(5)));
  }

  @Test
  void sqliteOpensAShardReadOnly() throws IOException {
    Programs.assume("sqlite3", "sqlite3", "--version");
    DataFile shard = files(FileKind.SQLITE).get(0);
    assertThat(sqlite(shard, "PRAGMA integrity_check"), is("ok\n"));
    assertThat(sqlite(shard, "SELECT count(*) FROM analogies"), is(shard.rows() + "\n"));
    assertThat((long) records.size(), is(shard.rows()));
    assertThat(sqlite(shard, "PRAGMA application_id").trim().equals("0"), is(false));
    assertThat(
        sqlite(shard, "SELECT sum(json_array_length(tags)) FROM analogies").trim(),
        is(Long.toString(sum("tags"))));
    assertThat(
        sqlite(shard, "SELECT count(*) FROM analogies, json_each(analogies.concept_mappings)")
            .trim(),
        is(Long.toString(sum("concept_mappings"))));
    IOException refused =
        assertThrows(IOException.class, () -> sqlite(shard, "DELETE FROM analogies"));
    assertThat(refused.getMessage(), containsString("readonly"));
  }

  @Test
  void jqReadsEveryFile() throws IOException {
    Programs.assume("jq", "jq", "--version");
    java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of("jq", "-r", ".id"));
    files(FileKind.JSONL).forEach(file -> command.add(path(file).toString()));
    List<String> ids = Programs.output(command.toArray(String[]::new)).lines().sorted().toList();
    assertThat(ids, equalTo(records.keySet().stream().sorted().toList()));
  }

  @Test
  void duckDbReadsThePartitionsWithTheirValues() throws Exception {
    Map<String, String> found =
        duckDb(
            "jsonl/source_domain=*/*.jsonl", "hive_partitioning=true, hive_types_autocast=false");
    Map<String, String> expected = domains();
    expected.values().removeIf(domain -> encodedBytes(domain) > 200);
    assertThat(found, equalTo(expected));
  }

  @Test
  void duckDbReadsTheWholeTreeWithoutPartitions() throws Exception {
    assertThat(duckDb("jsonl/**/*.jsonl", "hive_partitioning=false"), equalTo(domains()));
  }

  /** Of each record the source domain, as DuckDB has it. */
  private Map<String, String> duckDb(String glob, String options) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    Path tree = folder.resolve("contexts/default/analogies");
    String sql =
        "SELECT id, source_domain FROM read_json('%s/%s', format='newline_delimited', union_by_name=true, %s)"
            .formatted(tree, glob, options);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  private Map<String, String> domains() throws IOException {
    Map<String, String> domains = new TreeMap<>();
    for (Map.Entry<String, String> record : records.entrySet()) {
      domains.put(
          record.getKey(), JSON.readTree(record.getValue()).get("source_domain").textValue());
    }
    return domains;
  }

  private long sum(String field) throws IOException {
    long sum = 0;
    for (String record : records.values()) {
      sum += JSON.readTree(record).path(field).size();
    }
    return sum;
  }

  private static int encodedBytes(String value) {
    int bytes = 0;
    for (byte b : value.getBytes(UTF_8)) {
      bytes += Character.isLowerCase(b) || Character.isDigit(b) ? 1 : 3;
    }
    return bytes;
  }

  private List<DataFile> files(FileKind kind) throws IOException {
    return Stored.history(folder).get(0).files().filter(file -> file.kind() == kind).toList();
  }

  private Path path(DataFile file) {
    return folder.resolve(file.path());
  }

  private String sqlite(DataFile shard, String sql) throws IOException {
    return Programs.output("sqlite3", "-readonly", path(shard).toString(), sql);
  }
}
