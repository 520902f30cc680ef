package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.sqlite.SqliteDriver;

/**
 * Sorts rows of any number in bounded memory: they go to a temporary SQLite database, which sorts
 * on disk. With a limit only that many are ever kept by its sorter.
 */
final class RowSorter implements Rows {
  private static final int CACHE_KIB = 16 << 10;

  private final Path database;
  private final Connection connection;
  private final ResultSet rows;

  private RowSorter(Path database, Connection connection, ResultSet rows) {
    this.database = database;
    this.connection = connection;
    this.rows = rows;
  }

  /** Reads all rows, which are closed, and gives them back in order. */
  static Rows sort(Rows rows, Schema schema, OrderBy order, OptionalLong limit) throws IOException {
    Path database = Files.createTempFile("simile-sort-", ".sqlite");
    try (rows) {
      Connection connection = SqliteDriver.connect("jdbc:sqlite:" + database);
      try {
        load(
            connection,
            rows,
            order.field(),
            schema.columns().get(schema.indexOf(order.field())).type());
        Statement statement = connection.createStatement();
        String direction = order.descending() ? " DESC" : "";
        String cut = limit.isPresent() ? " LIMIT " + limit.getAsLong() : "";
        return new RowSorter(
            database,
            connection,
            statement.executeQuery(
                "SELECT id, version, json FROM r ORDER BY k IS NULL, k"
                    + direction
                    + ", id"
                    + cut));
      } catch (SQLException | IOException | RuntimeException e) {
        connection.close();
        Files.deleteIfExists(database);
        throw e;
      }
    } catch (SQLException e) {
      Files.deleteIfExists(database);
      throw new IOException("cannot sort in " + database + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      return rows.next()
          ? Optional.of(
              new Row(rows.getString(1), rows.getLong(2), rows.getString(3).getBytes(UTF_8)))
          : Optional.empty();
    } catch (SQLException e) {
      throw new IOException("cannot read sorted rows: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(database);
    }
  }

  private static void load(Connection connection, Rows rows, String field, ColumnType type)
      throws SQLException, IOException {
    FieldReader fields = new FieldReader(Set.of(field));
    try (Statement statement = connection.createStatement()) {
      for (String pragma :
          new String[] {
            "journal_mode=OFF",
            "synchronous=OFF",
            "locking_mode=EXCLUSIVE",
            "cache_size=-" + CACHE_KIB
          }) {
        statement.execute("PRAGMA " + pragma);
      }
      statement.execute("CREATE TABLE r(k, id TEXT, version INTEGER, json TEXT)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO r VALUES(?,?,?,?)")) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        insert.setObject(1, key(fields, row.get(), field, type));
        insert.setString(2, row.get().id());
        insert.setLong(3, row.get().version());
        insert.setString(4, row.get().json());
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  /** What SQLite compares; its null for a row without a value. */
  private static Object key(FieldReader fields, Row row, String field, ColumnType type)
      throws IOException {
    fields.read(row.utf8());
    return switch (type) {
      case TIMESTAMP ->
          fields
              .instant(field)
              .map(i -> (Object) (i.getEpochSecond() * 1_000_000L + i.getNano() / 1000))
              .orElse(null);
      case REAL, INTEGER, BOOLEAN -> fields.ordered(field).orElse(null);
      default -> fields.text(field).orElse(null);
    };
  }
}
