package simile.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database with a collection's table and indexes, and no rows. */
final class EmptyShard {
  private EmptyShard() {}

  /**
   * Lets SQLite make the file, its header and its schema.
   *
   * @param create the statement that makes the table
   * @return the root pages: the table's, that of its key's own index where it has row numbers, and
   *     those of the indexes
   */
  static List<Integer> create(Path file, ShardTable table, String create) throws IOException {
    try (Connection database =
            SqliteBuild.open(file, ShardTable.APPLICATION_ID, ShardTable.VERSION);
        Statement statement = database.createStatement()) {
      statement.execute(create);
      for (String index : table.createIndexes()) {
        statement.execute(index);
      }
      database.commit();
      List<Integer> roots = new ArrayList<>();
      try (ResultSet pages =
          statement.executeQuery("SELECT rootpage FROM sqlite_schema ORDER BY rowid")) {
        while (pages.next()) {
          roots.add(pages.getInt(1));
        }
      }
      return roots;
    } catch (SQLException e) {
      throw SqliteFailures.of("building the shard", file, e);
    }
  }
}
