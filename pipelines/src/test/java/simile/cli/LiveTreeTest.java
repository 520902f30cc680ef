package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Programs;

/**
 * After a full compaction and a vacuum, other tools that know nothing of Simile see what it sees.
 */
class LiveTreeTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The column of a shard that holds what the contract does not know. */
  private static final String REST = "_extra";

  /** The vector is in the NPZ; a shard's rows are all of the type that its table is named after. */
  private static final Set<String> NOT_IN_SHARDS = Set.of("embedding", "type");

  @TempDir static Path folder;

  private static SortedMap<String, JsonNode> live;
  private static List<String> lines;

  @BeforeAll
  static void liveThrough() throws IOException {
    run("ingest", "--input", TESTDATA.resolve("analogies").toString());
    run("ingest", "--input", TESTDATA.resolve("upserts/base.jsonl").toString());
    run("ingest", "--input", TESTDATA.resolve("upserts/update.jsonl").toString());
    List<String> ids =
        lines("--with-embeddings").stream()
            .filter(l -> l.contains("\"embedding\""))
            .map(LiveTreeTest::id)
            .toList();
    String moved = ids.get(0);
    String back = ids.get(1);
    String gone = ids.get(2);
    String line = lines("--with-embeddings", "--id", moved).get(0);
    String other =
        line.replaceFirst("\"source_domain\":\"[^\"]*\"", "\"source_domain\":\"another place\"");
    run(
        "ingest",
        "--input",
        Files.writeString(folder.resolve("moved.jsonl"), other + "\n").toString());
    run("delete", "--id", back, "--id", gone, "--id", "ups-anchor-price");
    run("delete", "--quality-below", "0.5");
    run("undelete", "--id", back, "--id", "ups-anchor-price");
    run("compact", "--full");
    run("vacuum", "--older-than", "0s");

    lines = lines();
    live = byId(lines("--with-embeddings"));
    assertThat(live.get(moved).path("source_domain").asText(), is("another place"));
    assertThat(live.get(back).has("embedding"), is(true));
    assertThat(live.containsKey(gone), is(false));
    assertThat(live.size(), is(greaterThan(200)));
  }

  @Test
  void duckDbFindsExactlyTheLiveRecordsInTheTree() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT json FROM read_ndjson_objects('%s/**/*.jsonl')".formatted(part("jsonl")))) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertThat(found.stream().sorted().toList(), equalTo(lines.stream().sorted().toList()));
  }

  @Test
  void sqliteFindsExactlyTheLiveRecordsInTheShards() throws IOException {
    Programs.assume("sqlite3", "sqlite3", "--version");
    List<String> ids = new ArrayList<>();
    for (Path shard : files("sqlite", ".sqlite")) {
      String rows =
          Programs.output(
              "sqlite3", "-readonly", "-json", shard.toString(), "SELECT * FROM analogies");
      for (JsonNode row : JSON.readTree(rows)) {
        String id = row.get("id").textValue();
        ids.add(id);
        requireSame(row, live.get(id));
      }
    }
    assertThat(ids.stream().sorted().toList(), equalTo(List.copyOf(live.keySet())));
  }

  private static void requireSame(JsonNode row, JsonNode record) throws IOException {
    JsonNode rest = JSON.readTree(row.path(REST).asText("{}"));
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      String name = field.getKey();
      JsonNode expected = field.getValue();
      if (NOT_IN_SHARDS.contains(name)) {
        continue;
      }
      JsonNode found = row.has(name) ? row.get(name) : rest.path(name);
      if (expected.isContainerNode() && found.isTextual()) {
        found = JSON.readTree(found.textValue());
      }
      assertThat(record.get("id") + ": " + name, found, equalTo(expected));
    }
  }

  @Test
  void numpyFindsExactlyTheLiveVectors() throws IOException {
    Programs.assume("python3 with numpy", "python3", "-c", "import numpy");
    String script =
        """
        import json, numpy, sys
        for path in sys.argv[1:]:
            with numpy.load(path, allow_pickle=False) as z:
                for i, v in zip(z['ids'], z['embeddings']):
                    print(json.dumps({'id': str(i), 'embedding': [float(x) for x in v]}))
        """;
    List<String> command = new ArrayList<>(List.of("python3", "-c", script));
    files("embeddings", ".npz").forEach(npz -> command.add(npz.toString()));
    List<String> found = Programs.output(command.toArray(String[]::new)).lines().toList();
    Set<String> expected = new TreeMap<>(live).keySet();
    expected.removeIf(id -> !live.get(id).has("embedding"));
    assertThat(expected.size(), is(greaterThan(40)));
    assertThat(
        found.stream().map(LiveTreeTest::id).sorted().toList(), equalTo(List.copyOf(expected)));
    for (Map.Entry<String, JsonNode> vector : byId(found).entrySet()) {
      JsonNode stored = live.get(vector.getKey()).get("embedding");
      for (int i = 0; i < stored.size(); i++) {
        assertThat(
            vector.getValue().get("embedding").get(i).floatValue(), is(stored.get(i).floatValue()));
      }
    }
  }

  private static List<Path> files(String part, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(part(part))) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private static Path part(String part) {
    return folder.resolve("store/contexts/default/analogies").resolve(part);
  }

  private static List<String> lines(String... options) {
    List<String> words = new ArrayList<>(List.of("query", "--format", "jsonl"));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new)).lines().toList();
  }

  private static SortedMap<String, JsonNode> byId(List<String> records) throws IOException {
    SortedMap<String, JsonNode> byId = new TreeMap<>();
    for (String record : records) {
      byId.put(id(record), JSON.readTree(record));
    }
    return byId;
  }

  private static String id(String record) {
    try {
      return JSON.readTree(record).get("id").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", folder.resolve("store").toString()));
    Session session = Session.of(all.toArray(String[]::new));
    assertThat(all + ": " + session.err(), session.exit(), is(0));
    return session.out();
  }
}
