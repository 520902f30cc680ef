package simile.foreign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import simile.sqlite.HostileSqlite;
import simile.sqlite.RowVisitor;

/**
 * Tables of a SQLite database that someone else made, which is plain data: see {@link SqliteFile}.
 * Not safe for use by many threads.
 */
public final class ForeignTables implements Closeable {
  private final String name;
  private final SqliteFile file;

  private ForeignTables(String name, SqliteFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Opens a local file and has SQLite check it.
   *
   * @param name as people know it
   * @param maxValueBytes the longest text that is read
   * @throws ForeignFileException if it is no database, damaged, or not plain data
   */
  public static ForeignTables open(Path path, String name, int maxValueBytes) throws IOException {
    SqliteFile file = SqliteFile.open(path, name, maxValueBytes);
    try {
      file.requireSound();
      return new ForeignTables(name, file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The columns of a table; none if there is no such table. */
  public List<String> columns(String table) throws IOException {
    return file.columns(table);
  }

  /**
   * Reads a table row by row, in the order of its primary key or, without one, as it is stored.
   *
   * @param columns which, in which order
   */
  public void forEach(String table, List<String> columns, RowVisitor visitor) throws IOException {
    String sql =
        "SELECT %s FROM %s ORDER BY %s"
            .formatted(
                String.join(", ", columns.stream().map(HostileSqlite::quoted).toList()),
                HostileSqlite.quoted(table),
                HostileSqlite.quoted(columns.get(0)));
    try (Statement statement = file.database().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Object[] values = new Object[columns.size()];
      List<String> names = Collections.unmodifiableList(columns);
      while (rows.next()) {
        for (int i = 0; i < values.length; i++) {
          values[i] = rows.getObject(i + 1);
        }
        visitor.visit(names, values);
      }
    } catch (SQLException e) {
      throw SqliteFile.broken(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
