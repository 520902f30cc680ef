package simile.foreign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import simile.sqlite.HostileSqlite;
import simile.sqlite.ShardTable;

/**
 * A SQLite database that someone else made, opened so that nothing in it can run: read-only and
 * immutable, no trusted schema, sizes limited. It must be plain data: tables and indexes only, no
 * generated columns, and no journal beside it that holds what the file lacks.
 */
final class SqliteFile implements Closeable {
  private static final int MAX_OBJECTS = 1000;

  private final String name;
  private final Connection database;

  private SqliteFile(String name, Connection database) {
    this.name = name;
    this.database = database;
  }

  /**
   * @param name as people know it
   * @param maxValueBytes the longest text that is read
   * @throws ForeignFileException if it is no database, or not plain data
   */
  static SqliteFile open(Path path, String name, int maxValueBytes) throws IOException {
    requireNoJournal(path, name);
    try {
      SqliteFile file = new SqliteFile(name, HostileSqlite.open(path, maxValueBytes));
      try {
        file.requireKnownFormat();
        file.requirePlainData();
        return file;
      } catch (SQLException | IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (SQLException e) {
      throw broken(name, e);
    }
  }

  /**
   * The table of a collection: the one of its name, or else the only one.
   *
   * @throws ForeignFileException if there is no such table, or it has no {@code id}
   */
  String table(String collection) throws IOException {
    try {
      List<String> tables = new ArrayList<>();
      forEach(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
          row -> tables.add(row.getString(1)));
      if (!tables.contains(collection) && tables.size() != 1) {
        throw new ForeignFileException(
            name,
            "it has the tables %s; expected one named '%s', or only one"
                .formatted(tables, collection));
      }
      String table = tables.contains(collection) ? collection : tables.get(0);
      requireColumns(table);
      return table;
    } catch (SQLException e) {
      throw broken(name, e);
    }
  }

  /**
   * @throws ForeignFileException if SQLite's own check finds a fault
   */
  void requireSound() throws IOException {
    try {
      List<String> faults = new ArrayList<>();
      forEach("PRAGMA quick_check(1)", row -> faults.add(row.getString(1)));
      if (!faults.equals(List.of("ok"))) {
        throw new ForeignFileException(
            name,
            "it is damaged: %s; get another copy"
                .formatted(String.join("; ", faults).replaceAll("\\s*\n\\s*", " ")));
      }
    } catch (SQLException e) {
      throw broken(name, e);
    }
  }

  Connection database() {
    return database;
  }

  static ForeignFileException broken(String name, SQLException cause) {
    return new ForeignFileException(
        name,
        "it cannot be read as a SQLite database: %s; get another copy"
            .formatted(cause.getMessage()),
        cause);
  }

  /** A shard of a newer format may mean something else by the same columns. */
  private void requireKnownFormat() throws SQLException, IOException {
    int[] found = new int[2];
    forEach("PRAGMA application_id", row -> found[0] = row.getInt(1));
    forEach("PRAGMA user_version", row -> found[1] = row.getInt(1));
    if (found[0] == ShardTable.APPLICATION_ID && found[1] != ShardTable.VERSION) {
      throw new ForeignFileException(
          name,
          "it is a shard of format %d; this program reads format %d, so use the one that wrote it"
              .formatted(found[1], ShardTable.VERSION));
    }
  }

  private void requirePlainData() throws SQLException, IOException {
    List<String> refused = new ArrayList<>();
    int[] objects = {0};
    forEach(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema LIMIT " + (MAX_OBJECTS + 1),
        row -> {
          objects[0]++;
          String type = row.getString(1);
          boolean virtual = row.getString(3).stripLeading().matches("(?is)create\\s+virtual\\b.*");
          if (virtual || !(type.equals("table") || type.equals("index"))) {
            refused.add((virtual ? "virtual table" : type) + " '" + row.getString(2) + "'");
          }
        });
    if (!refused.isEmpty()) {
      throw new ForeignFileException(
          name,
          "it has the %s; only plain tables and indexes are read, so export the table to a file of its own"
              .formatted(refused.get(0)));
    }
    if (objects[0] > MAX_OBJECTS) {
      throw new ForeignFileException(
          name, "it has more than %d tables and indexes".formatted(MAX_OBJECTS));
    }
  }

  /** The columns of a table. */
  List<String> columns(String table) throws IOException {
    try {
      return columns(table, false);
    } catch (SQLException e) {
      throw broken(name, e);
    }
  }

  private List<String> columns(String table, boolean generated) throws SQLException {
    List<String> columns = new ArrayList<>();
    forEach(
        "PRAGMA table_xinfo(" + HostileSqlite.quoted(table) + ")",
        row -> {
          if (row.getInt("hidden") == 0 ^ generated) {
            columns.add(row.getString("name"));
          }
        });
    return columns;
  }

  private void requireColumns(String table) throws SQLException, IOException {
    List<String> columns = columns(table, false);
    List<String> hidden = columns(table, true);
    if (!hidden.isEmpty()) {
      throw new ForeignFileException(
          name,
          "column '%s' of table '%s' is generated; only stored columns are read"
              .formatted(hidden.get(0), table));
    }
    if (!columns.contains("id")) {
      throw new ForeignFileException(
          name, "table '%s' has the columns %s; expected one named 'id'".formatted(table, columns));
    }
  }

  /** What is in a journal is not in the file, and an immutable file is read without it. */
  private static void requireNoJournal(Path path, String name) throws IOException {
    for (String suffix : List.of("-wal", "-journal")) {
      Path journal = path.resolveSibling(path.getFileName() + suffix);
      if (Files.exists(journal) && Files.size(journal) > 0) {
        throw new ForeignFileException(
            name,
            "%s lies beside it, so it is at work or was not closed; close it first"
                .formatted(journal.getFileName()));
      }
    }
  }

  private interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  private void forEach(String sql, RowVisitor visitor) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        visitor.visit(rows);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw broken(name, e);
    }
  }
}
