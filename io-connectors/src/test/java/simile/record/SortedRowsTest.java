package simile.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import simile.testing.Schemas;

class SortedRowsTest {
  private static final List<String> LETTERS =
      List.of("a", "b", "Z", "é", "\uFFFF", "\uE000", "\uD83D\uDE00", "\u0001", "中");

  @Test
  void lastRowOfEachIdStays() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      List<String> ids = ids(random, random.nextInt(200));
      RecordBatch batch = batch(ids, random);
      SortedRows rows = SortedRows.of(batch);
      TreeMap<String, Integer> expected =
          new TreeMap<>((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)));
      for (int row = 0; row < ids.size(); row++) {
        expected.put(ids.get(row), row);
      }
      List<Integer> kept = new ArrayList<>();
      int records = 0;
      for (int rank = 0; rank < rows.size(); rank++) {
        kept.add(rows.row(rank));
        records += batch.isDeletion(rows.row(rank)) ? 0 : 1;
      }
      assertThat(kept, is(List.copyOf(expected.values())));
      assertThat(rows.records(), is(records));
    }
  }

  @Test
  void orderIsThatOfSqlite() throws SQLException {
    Random random = new Random(2);
    Set<String> distinct = new LinkedHashSet<>(ids(random, 500));
    RecordBatch batch = batch(List.copyOf(distinct), random);
    SortedRows rows = SortedRows.of(batch);
    List<String> sorted = new ArrayList<>();
    for (int rank = 0; rank < rows.size(); rank++) {
      sorted.add(batch.id(rows.row(rank)));
    }
    assertThat(sorted, is(sqlite(distinct)));
  }

  private static List<String> sqlite(Set<String> ids) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.createStatement().execute("CREATE TABLE t(id TEXT PRIMARY KEY)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES(?)")) {
        for (String id : ids) {
          insert.setString(1, id);
          insert.executeUpdate();
        }
      }
      List<String> sorted = new ArrayList<>();
      ResultSet all = connection.createStatement().executeQuery("SELECT id FROM t ORDER BY id");
      while (all.next()) {
        sorted.add(all.getString(1));
      }
      return sorted;
    }
  }

  private static RecordBatch batch(List<String> ids, Random random) {
    RecordBatchBuilder builder =
        RecordBatch.builder(Schemas.analogies(OptionalInt.empty()), new byte[0], "");
    for (int i = 0; i < ids.size(); i++) {
      byte[] id = ids.get(i).getBytes(UTF_8);
      builder.startRow(0, 0, i).id(id, 0, id.length, false);
      if (random.nextInt(5) == 0) {
        builder.deletion();
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static List<String> ids(Random random, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder id = new StringBuilder();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        id.append(LETTERS.get(random.nextInt(LETTERS.size())));
      }
      ids.add(id.toString());
    }
    return ids;
  }
}
