package simile.sqlite;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.record.SortedRows;
import simile.testing.Batches;
import simile.testing.FolderFiles;

/** SQLite finds nothing wrong with trees that it did not write itself. */
final class ShardTreesTest {
  private static final Schema SCHEMA =
      new Schema(
          "t",
          List.of(
              Column.of("id", ColumnType.TEXT),
              new Column("text", ColumnType.TEXT, false, true),
              new Column("real", ColumnType.REAL, false, true),
              new Column("integer", ColumnType.INTEGER, false, true),
              new Column("flag", ColumnType.BOOLEAN, false, true),
              new Column("at", ColumnType.TIMESTAMP, true, true),
              new Column("json", ColumnType.JSON, false, true)),
          Optional.empty(),
          List.of(List.of("text", "real"), List.of("flag", "integer", "id"), List.of("real", "at")),
          OptionalInt.empty());

  @TempDir Path folder;

  /** Rows and the longest text; pages fill at different places, and records overflow. */
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 3000",
    "3, 100000",
    "7, 2100",
    "8, 2000",
    "40, 200",
    "41, 200",
    "42, 200",
    "43, 200",
    "200, 9000",
    "333, 2030",
    "1000, 40000",
    "5000, 30",
    "9000, 700",
    "20000, 5"
  })
  void integrityCheckIsOk(int rows, int longest) throws IOException {
    for (int seed = 0; seed < (rows < 500 ? 30 : 1); seed++) {
      Path file = write(new Random(seed * 31L + rows), rows + seed, longest);
      assertThat(single(file, "PRAGMA integrity_check(5)"), is("ok"));
      assertThat(single(file, "SELECT count(*) FROM t"), is(Long.toString(rows + seed)));
      for (Column column : SCHEMA.columns()) {
        String name = '"' + column.name() + '"';
        assertThat(
            "the index on " + name + " finds what a scan finds",
            single(
                file,
                "SELECT sum(n) FROM (SELECT (SELECT count(*) FROM t b WHERE b."
                    + name
                    + " = a."
                    + name
                    + ") n FROM (SELECT * FROM t LIMIT 40) a)"),
            is(
                single(
                    file,
                    "SELECT sum(n) FROM (SELECT (SELECT count(*) FROM t b NOT INDEXED"
                        + " WHERE +b."
                        + name
                        + " = a."
                        + name
                        + ") n FROM (SELECT * FROM t LIMIT 40) a)")));
      }
      Files.delete(file);
    }
  }

  private Path write(Random random, int rows, int longest) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      StringBuilder line = new StringBuilder("{\"id\":\"" + Integer.toString(i * 7919, 36) + "é\"");
      add(
          line,
          random,
          "text",
          '"'
              + "x\\u00e9\\n".repeat(random.nextInt(3))
              + "y".repeat(random.nextInt(longest))
              + '"');
      add(line, random, "real", real(random));
      add(line, random, "integer", Long.toString(random.nextLong() >> random.nextInt(64)));
      add(line, random, "flag", Boolean.toString(random.nextBoolean()));
      add(line, random, "at", "\"2026-0" + (1 + random.nextInt(9)) + "-01T00:00:00Z\"");
      add(line, random, "json", "[\"" + "z".repeat(random.nextInt(longest)) + "\", 1]");
      lines.add(line + "}");
    }
    RecordBatch batch = Batches.of(SCHEMA, lines);
    new SqliteShardWriter().write(new FolderFiles(folder), "t", batch, SortedRows.of(batch));
    return folder.resolve("t");
  }

  private static String real(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "-0.0";
      case 1 -> "0";
      case 2 -> Integer.toString(random.nextInt(9) - 4);
      default -> Double.toString((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40)));
    };
  }

  private static void add(StringBuilder line, Random random, String name, String value) {
    if (random.nextInt(5) > 0) {
      line.append(",\"").append(name).append("\":").append(value);
    }
  }

  private static String single(Path file, String sql) throws IOException {
    List<String> values = new ArrayList<>();
    SqliteQuery.forEach(file, sql, (columns, row) -> values.add(String.valueOf(row[0])));
    return String.join("; ", values);
  }
}
