package simile.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a finished shard, without locks and without changing anything beside it. Not safe for use
 * by many threads.
 */
public final class SqliteShardReader implements Closeable {
  private final Path file;
  private final Connection database;
  private final String collection;

  private SqliteShardReader(Path file, Connection database, String collection) {
    this.file = file;
    this.database = database;
    this.collection = collection;
  }

  /**
   * Opens a shard on local disk.
   *
   * @throws NoSuchFileException if there is none
   * @throws IOException if it is no shard, or one of a newer format; the message says which
   */
  public static SqliteShardReader open(Path file) throws IOException {
    try {
      Connection database = SqliteQuery.open(file);
      try {
        checkFormat(file, database);
        return new SqliteShardReader(file, database, table(file, database));
      } catch (SQLException | IOException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteFailures.of("opening the shard", file, e);
    }
  }

  /** The name of the table, which is the collection's. */
  public String collection() {
    return collection;
  }

  /** How many records the shard has. */
  public long count() throws IOException {
    try {
      return Long.parseLong(
          single(database, "SELECT count(*) FROM " + ShardTable.quoted(collection)));
    } catch (SQLException e) {
      throw SqliteFailures.of("reading the shard", file, e);
    }
  }

  /** What SQLite's own check of pages, rows and indexes finds; nothing if the file is sound. */
  public List<String> integrityFaults() throws IOException {
    List<String> faults = new ArrayList<>();
    try {
      SqliteQuery.forEach(
          database, "PRAGMA integrity_check", (columns, values) -> faults.add("" + values[0]));
    } catch (SQLException e) {
      throw SqliteFailures.of("checking the shard", file, e);
    }
    return faults.equals(List.of("ok")) ? List.of() : List.copyOf(faults);
  }

  /** Reads all rows in the order of their ids, in constant memory. */
  public void forEach(RowVisitor visitor) throws IOException {
    try {
      SqliteQuery.forEach(database, SqliteQuery.allOf(collection) + " ORDER BY id", visitor);
    } catch (SQLException e) {
      throw SqliteFailures.of("reading the shard", file, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw SqliteFailures.of("closing the shard", file, e);
    }
  }

  private static void checkFormat(Path file, Connection database) throws SQLException, IOException {
    int application = Integer.parseInt(single(database, "PRAGMA application_id"));
    if (application != ShardTable.APPLICATION_ID) {
      throw new IOException(
          "%s is a SQLite database but no shard: its application_id is %d, expected %d"
              .formatted(file, application, ShardTable.APPLICATION_ID));
    }
    int version = Integer.parseInt(single(database, "PRAGMA user_version"));
    if (version != ShardTable.VERSION) {
      throw new IOException(
          "%s is a shard of format %d; this program reads format %d, so use the one that wrote it"
              .formatted(file, version, ShardTable.VERSION));
    }
  }

  private static String table(Path file, Connection database) throws SQLException, IOException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                    + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    if (tables.size() != 1) {
      throw new IOException("%s has tables %s; a shard has one".formatted(file, tables));
    }
    return tables.get(0);
  }

  private static String single(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
