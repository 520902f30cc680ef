package simile.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Opens databases that a stranger made, so that looking at them cannot do harm. */
public final class HostileSqlite {
  private static final int MAX_SQL_BYTES = 1 << 20;
  private static final int MAX_COLUMNS = 2000;

  // Whatever a schema says is data here: no function of it runs with trust, and pages that lie
  // about their cells are errors.
  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA trusted_schema = OFF",
          "PRAGMA cell_size_check = ON",
          "PRAGMA query_only = ON",
          "PRAGMA mmap_size = 0",
          "PRAGMA cache_size = -8192");

  private HostileSqlite() {}

  /**
   * Opens a file read-only, without locks, journals and trust.
   *
   * @param maxValueBytes the longest row or text that SQLite takes into memory
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  public static Connection open(Path file, int maxValueBytes) throws SQLException, IOException {
    Connection database = SqliteQuery.open(file);
    try {
      SQLiteConnection limits = database.unwrap(SQLiteConnection.class);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, Math.max(maxValueBytes, MAX_SQL_BYTES));
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_COLUMN, MAX_COLUMNS);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 100);
      limits.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
      try (Statement statement = database.createStatement()) {
        for (String pragma : PRAGMAS) {
          statement.execute(pragma);
        }
      }
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** A name as an SQL identifier. */
  public static String quoted(String name) {
    return ShardTable.quoted(name);
  }
}
