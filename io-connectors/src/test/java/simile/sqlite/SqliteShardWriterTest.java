package simile.sqlite;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.Sha256;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.testing.Batches;
import simile.testing.FolderFiles;
import simile.testing.Schemas;

final class SqliteShardWriterTest {
  private static final String PATH = "s/shard.sqlite";
  @TempDir Path folder;

  @Test
  void writesRecordsSortedByIdAndSound() throws IOException, SQLException {
    DataFile file =
        write(
                "{\"id\":\"b\",\"source_domain\":\"caf\\u00e9 \\\"x\\\"\",\"quality_score\":0.1,"
                    + "\"tags\":[\"a\", \"ü\"],\"mood\":\"fine\",\"n\": [1,2]}",
                "{\"source_domain\":\"sea\",\"created_at\":\"2020-01-01T00:00:00+01:00\"}",
                "{\"id\":\"a\",\"quality_score\":1}",
                "-c")
            .orElseThrow();

    assertThat(file.rows(), is(3L));
    assertThat(file.sha256(), is(Sha256.of(folder.resolve(PATH))));
    assertThat(query("PRAGMA integrity_check"), contains("ok"));
    assertThat(query("PRAGMA application_id"), contains("1397312817"));
    assertThat(query("PRAGMA user_version"), contains("1"));
    assertThat(
        query(
            "SELECT id || '|' || ifnull(source_domain, '-') || '|' || ifnull(quality_score, '-')"
                + " || '|' || created_at FROM analogies"),
        contains(
            "a|-|1.0|" + Batches.SUBMITTED_AT,
            "b|café \"x\"|0.1|" + Batches.SUBMITTED_AT,
            "derived-1|sea|-|2020-01-01T00:00:00+01:00"));
    assertThat(
        query("SELECT _extra || json_extract(tags, '$[1]') FROM analogies WHERE id = 'b'"),
        contains("{\"mood\":\"fine\",\"n\": [1,2]}ü"));
  }

  @Test
  void writesNothingWithoutRecords() throws IOException {
    assertThat(write("-a"), is(Optional.empty()));
    assertThat(Files.exists(folder.resolve("s")), is(false));
  }

  private Optional<DataFile> write(String... lines) throws IOException {
    RecordBatch batch = Batches.of(Schemas.analogies(OptionalInt.empty()), List.of(lines));
    return new SqliteShardWriter()
        .write(new FolderFiles(folder), PATH, batch, SortedRows.of(batch));
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection database =
            DriverManager.getConnection(ShardUrl.readOnly(folder.resolve(PATH)));
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
