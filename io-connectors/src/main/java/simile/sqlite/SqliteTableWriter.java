package simile.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/**
 * Builds a database of one table from rows in any order. Of rows with one primary key the last
 * stays. Closing without {@link #finish} leaves a file of no use.
 */
public final class SqliteTableWriter implements Closeable {
  private static final int ROWS_A_BATCH = 64;

  private final Path file;
  private final SqliteTable table;
  private final Connection database;
  private final PreparedStatement insert;
  private int waiting;

  private SqliteTableWriter(
      Path file, SqliteTable table, Connection database, PreparedStatement insert) {
    this.file = file;
    this.table = table;
    this.database = database;
    this.insert = insert;
  }

  /**
   * @param file where nothing is yet
   */
  public static SqliteTableWriter create(Path file, SqliteTable table) throws IOException {
    try {
      Connection database = SqliteBuild.open(file, 0, 0);
      try (Statement statement = database.createStatement()) {
        statement.execute(
            "CREATE TABLE %s (%s)"
                .formatted(ShardTable.quoted(table.name()), String.join(", ", table.columns())));
        String parameters = String.join(",", Collections.nCopies(table.columns().size(), "?"));
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT OR REPLACE INTO %s VALUES (%s)"
                    .formatted(ShardTable.quoted(table.name()), parameters));
        return new SqliteTableWriter(file, table, database, insert);
      } catch (SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteFailures.of("building", file, e);
    }
  }

  /**
   * @param values one for each column: {@code String}, {@code Long}, {@code Double}, {@code byte[]}
   *     or {@code null}
   */
  public void add(Object[] values) throws IOException {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          "a row of %d values for table '%s' of %d columns"
              .formatted(values.length, table.name(), table.columns().size()));
    }
    try {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.addBatch();
      if (++waiting == ROWS_A_BATCH) {
        flush();
      }
    } catch (SQLException e) {
      throw SqliteFailures.of("building", file, e);
    }
  }

  /** Makes the indexes and ends the file. @return how many rows it has */
  public long finish() throws IOException {
    try (Statement statement = database.createStatement()) {
      flush();
      for (List<String> columns : table.indexes()) {
        statement.execute(ShardTable.createIndex(table.name(), columns));
      }
      database.commit();
      try (java.sql.ResultSet count =
          statement.executeQuery("SELECT count(*) FROM " + ShardTable.quoted(table.name()))) {
        count.next();
        return count.getLong(1);
      }
    } catch (SQLException e) {
      throw SqliteFailures.of("building", file, e);
    } finally {
      close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw SqliteFailures.of("closing", file, e);
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    waiting = 0;
  }
}
