package simile.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Opens databases that are built once, by one writer, and thrown away if that fails. */
final class SqliteBuild {

  /** Nothing is journaled or synced: whoever publishes the finished file makes it durable. */
  private static final List<String> PRAGMAS =
      List.of(
          "PRAGMA page_size = " + PageFile.PAGE_BYTES,
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA cache_size = -32768");

  private SqliteBuild() {}

  /** Opens a new file, in a transaction that is still empty. */
  static Connection open(Path file, int applicationId, int version) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc.get_generated_keys", "false");
    Connection database = SqliteDriver.connect(ShardUrl.building(file), properties);
    try (Statement statement = database.createStatement()) {
      for (String pragma : PRAGMAS) {
        statement.execute(pragma);
      }
      statement.execute("PRAGMA application_id = " + applicationId);
      statement.execute("PRAGMA user_version = " + version);
      database.setAutoCommit(false);
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }
}
