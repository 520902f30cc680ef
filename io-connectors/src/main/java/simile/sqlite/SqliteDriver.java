package simile.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Opens databases with the driver of this class's own class path.
 *
 * <p>Not by way of {@link java.sql.DriverManager}: it looks for drivers once in the life of a
 * process, so that in a process that gets its jobs one after the other, each in a class loader of
 * its own, it finds none for the second.
 */
public final class SqliteDriver {
  private SqliteDriver() {}

  /**
   * Connects to a database.
   *
   * @param url {@code jdbc:sqlite:} and what follows it
   */
  public static Connection connect(String url) throws SQLException {
    return connect(url, new Properties());
  }

  static Connection connect(String url, Properties properties) throws SQLException {
    return JDBC.createConnection(url, properties);
  }
}
