package simile.proof.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import simile.npz.NpzReader;
import simile.proof.Folders;
import simile.record.Column;
import simile.record.Schema;
import simile.sqlite.SqliteShardReader;

/** What exported files hold. */
final class Exported {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Exported() {}

  /** The lines of a JSONL file, or of all in a folder, in the order of names. */
  static List<String> lines(Path place) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.isDirectory(place)) {
      for (String name : Folders.list(place)) {
        if (name.contains(".jsonl")) {
          lines.addAll(lines(place.resolve(name)));
        }
      }
      return lines;
    }
    try (BufferedReader in = new BufferedReader(new InputStreamReader(open(place), UTF_8))) {
      in.lines().forEach(lines::add);
    }
    return lines;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    String name = file.toString();
    return name.endsWith(".gz")
        ? new GZIPInputStream(in)
        : name.endsWith(".zst") ? new ZstdInputStreamNoFinalizer(in).setContinuous(true) : in;
  }

  /** The rows of a table, sound, by id. */
  static SortedMap<String, Map<String, Object>> table(Path file) throws IOException {
    SortedMap<String, Map<String, Object>> rows = new TreeMap<>();
    try (SqliteShardReader reader = SqliteShardReader.open(file)) {
      assertThat(reader.collection(), is("analogies"));
      assertThat(reader.integrityFaults(), empty());
      reader.forEach(
          (columns, values) -> {
            Map<String, Object> row = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
              row.put(columns.get(i), values[i]);
            }
            rows.put((String) values[0], row);
          });
    }
    return rows;
  }

  /** Compares a row with its record. */
  static void requireRow(Schema schema, JsonNode record, Map<String, Object> row)
      throws IOException {
    for (Column column : schema.columns()) {
      JsonNode value = record.path(column.name());
      Object found = row.get(column.name());
      if (value.isMissingNode() || value.isNull()) {
        assertThat(column.name(), found, is((Object) null));
        continue;
      }
      switch (column.type()) {
        case TEXT, TIMESTAMP -> assertThat(found, equalTo(value.textValue()));
        case REAL -> assertThat(found, equalTo(value.doubleValue()));
        case JSON -> assertThat(JSON.readTree((String) found), equalTo(value));
        default -> assertThat(found, equalTo(value.longValue()));
      }
    }
    JsonNode unknown = record.path("unknown");
    String extra = (String) row.get("_extra");
    assertThat(
        extra == null ? JSON.missingNode() : JSON.readTree(extra).path("unknown"),
        equalTo(unknown));
  }

  /** The vectors of an NPZ, whose ids ascend. */
  static Map<String, List<Float>> vectors(Path file) throws IOException {
    Map<String, List<Float>> vectors = new TreeMap<>();
    try (NpzReader reader = NpzReader.open(file)) {
      assertThat(reader.dimension(), is(3));
      String[] before = {""};
      reader.forEach(
          (row, id, vector) -> {
            assertThat(simile.record.Utf8Order.compare(before[0], id) < 0, is(true));
            before[0] = id;
            vectors.put(id, List.of(vector[0], vector[1], vector[2]));
          });
    }
    return vectors;
  }

  /** The first column of an answer. */
  static List<String> duckDb(String sql) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
