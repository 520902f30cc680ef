package simile.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Opens databases with the driver of this class's own class path.
 *
 * <p>Not by way of {@link java.sql.DriverManager}: it looks for drivers once in the life of a
 * process, so that in a process that gets its jobs one after the other, each in a class loader of
 * its own, it finds none for the second. Nor by the driver's class, which enters itself there for
 * the life of the process, and with it the class loader of its job.
 */
public final class SqliteDriver {
  private static final String PREFIX = "jdbc:sqlite:";

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
    return new JDBC4Connection(url, url.substring(PREFIX.length()), properties);
  }
}
