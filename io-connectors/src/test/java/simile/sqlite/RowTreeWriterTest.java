package simile.sqlite;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQLite finds nothing wrong with tables of any height, and every row where it was put. */
final class RowTreeWriterTest {
  private static final int ROOT = 2;

  @TempDir Path folder;

  /** Rows, the longest text, and the most children of a page, which decides how high trees get. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 700",
    "1, 1, 700",
    "1, 90000, 700",
    "2, 8140, 700",
    "40, 8200, 3",
    "100, 50000, 2",
    "700, 8100, 700",
    "701, 8100, 700",
    "702, 8100, 700",
    "703, 8100, 700",
    "3000, 8100, 2",
    "3000, 8100, 5",
    "20000, 30, 2",
    "20000, 700, 700"
  })
  void tablesAreSound(int rows, int longest, int children) throws Exception {
    for (int seed = 0; seed < (rows < 1000 ? 12 : 2); seed++) {
      Path file = folder.resolve("t-" + seed);
      long sum = write(file, new Random(seed), rows + seed, longest, children);
      assertThat(single(file, "PRAGMA integrity_check(5)"), is("ok"));
      assertThat(
          single(file, "SELECT count(*) || ' ' || coalesce(sum(length(x)), 0) FROM t"),
          is((rows + seed) + " " + sum));
      assertThat(
          "rows found by number, from the last to the first",
          single(
              file,
              "WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i - 1 FROM n WHERE i > 0)"
                      .formatted(rows + seed)
                  + " SELECT count(*) FROM n JOIN t ON t.rowid = n.i WHERE t.n = n.i"),
          is(Integer.toString(rows + seed)));
    }
  }

  private static long write(Path file, Random random, int rows, int longest, int children)
      throws SQLException, IOException {
    try (Connection database = SqliteBuild.open(file, 1, 1);
        Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE t (n INTEGER, x TEXT)");
      database.commit();
    }
    long sum = 0;
    try (PageFile pages = PageFile.open(file)) {
      RowTreeWriter tree = new RowTreeWriter(pages, children);
      RecordEncoder record = new RecordEncoder();
      for (int i = 1; i <= rows; i++) {
        int length = longest - random.nextInt(Math.min(longest, 60));
        sum += length;
        record.start();
        record.integer(i);
        record.text("x".repeat(length));
        int bytes = record.finish();
        assertThat(tree.add(record.bytes(), bytes), is((long) i));
      }
      tree.finish(ROOT);
      pages.finish();
    }
    return sum;
  }

  private static String single(Path file, String sql) throws IOException {
    List<String> values = new ArrayList<>();
    SqliteQuery.forEach(file, sql, (columns, row) -> values.add(String.valueOf(row[0])));
    return String.join("; ", values);
  }
}
