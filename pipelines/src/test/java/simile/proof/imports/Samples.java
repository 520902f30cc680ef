package simile.proof.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import simile.npz.NpzBuilder;

/** Files such as others write them. */
final class Samples {
  /** Three analogies: Unicode, one-to-many mappings, a field that the contract does not know. */
  static final List<String> RECORDS =
      List.of(
          """
          {"id":"a","source_domain":"été","target_domain":"🌊","quality_score":0.5,"tags":["x","ü"],\
          "concept_mappings":{"man":"woman","sun":["moon","star"]},\
          "created_at":"2026-01-01T00:00:00Z","shade":{"deep":[1,2.5,null,true]}}""",
          """
          {"id":"b","source_domain":"king","target_domain":"queen","quality_score":1.0,\
          "created_at":"2026-01-02T00:00:00Z"}""",
          """
          {"id":"c \\"q\\"","source_domain":"x","target_domain":"y","quality_score":0.25,"tags":[],\
          "created_at":"2026-01-03T00:00:00Z"}""");

  private Samples() {}

  static Path jsonl(Path folder, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve("records.jsonl"), String.join("\n", lines) + "\n");
  }

  /** A database made by these statements. */
  static Path sqlite(Path file, String... statements) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return file;
  }

  /** A Parquet file that DuckDB makes of a query, in row groups of some rows. */
  static Path parquet(Path file, String query) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)".formatted(query, file));
    }
    return file;
  }

  static Path npz(Path file, float[] vector, String... ids) throws IOException {
    NpzBuilder builder = new NpzBuilder();
    for (String id : ids) {
      builder.add(id, vector);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      builder.writeTo(out);
    }
    return file;
  }
}
