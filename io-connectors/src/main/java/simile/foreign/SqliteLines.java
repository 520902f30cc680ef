package simile.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import simile.jsonl.LineBuffer;
import simile.jsonl.LineSource;
import simile.record.Schema;
import simile.sqlite.HostileSqlite;

/** The rows of a table as lines, in constant memory and the order of the table. */
final class SqliteLines implements LineSource {
  private final LocalFile local;
  private final SqliteFile file;
  private final String name;
  private final Statement statement;
  private final ResultSet rows;
  private final RowJson json;

  private SqliteLines(
      LocalFile local,
      SqliteFile file,
      String name,
      Statement statement,
      ResultSet rows,
      RowJson json) {
    this.local = local;
    this.file = file;
    this.name = name;
    this.statement = statement;
    this.rows = rows;
    this.json = json;
  }

  /**
   * @param local closed with this
   * @param schema says which columns are JSON, and which are booleans
   */
  static SqliteLines open(LocalFile local, String name, Schema schema, int maxValueBytes)
      throws IOException {
    Path path = local.path();
    SqliteFile file = SqliteFile.open(path, name, maxValueBytes);
    try {
      String table = file.table(schema.collection());
      Statement statement = file.database().createStatement();
      ResultSet rows = statement.executeQuery("SELECT * FROM " + HostileSqlite.quoted(table));
      RowJson json = RowJson.of(rows.getMetaData(), schema);
      return new SqliteLines(local, file, name, statement, rows, json);
    } catch (SQLException e) {
      file.close();
      throw SqliteFile.broken(name, e);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public boolean next(LineBuffer into) throws IOException {
    try {
      if (!rows.next()) {
        return false;
      }
      json.write(rows, into);
      return true;
    } catch (SQLException e) {
      throw SqliteFile.broken(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      statement.close();
    } catch (SQLException e) {
      throw SqliteFile.broken(name, e);
    } finally {
      file.close();
      local.close();
    }
  }
}
