package simile.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Streams the rows of a query over a SQLite file that nobody changes. */
public final class SqliteQuery {
  private SqliteQuery() {}

  /**
   * Runs one query, read-only, in constant memory.
   *
   * @param file any SQLite database on local disk, not only a shard
   * @throws NoSuchFileException if there is none
   * @throws IOException if the file or the query is wrong
   */
  public static void forEach(Path file, String sql, RowVisitor visitor) throws IOException {
    try (Connection database = open(file)) {
      forEach(database, sql, visitor);
    } catch (SQLException e) {
      throw SqliteFailures.of("reading", file, e);
    }
  }

  /** All rows of a table, as a query. */
  public static String allOf(String table) {
    return "SELECT * FROM " + ShardTable.quoted(table);
  }

  static Connection open(Path file) throws SQLException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return SqliteDriver.connect(ShardUrl.readOnly(file));
  }

  static void forEach(Connection database, String sql, RowVisitor visitor)
      throws SQLException, IOException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> columns = columns(rows.getMetaData());
      Object[] values = new Object[columns.size()];
      while (rows.next()) {
        for (int i = 0; i < values.length; i++) {
          Object value = rows.getObject(i + 1);
          values[i] = value instanceof Integer small ? Long.valueOf(small) : value;
        }
        visitor.visit(columns, values);
      }
    }
  }

  private static List<String> columns(ResultSetMetaData about) throws SQLException {
    String[] names = new String[about.getColumnCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = about.getColumnName(i + 1);
    }
    return Collections.unmodifiableList(Arrays.asList(names));
  }
}
