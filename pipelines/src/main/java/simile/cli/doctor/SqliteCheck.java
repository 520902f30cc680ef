package simile.cli.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;

/** Whether SQLite's native library loads and works. */
final class SqliteCheck implements Check {

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Finding look() {
    try (Connection connection = new JDBC().connect("jdbc:sqlite::memory:", new Properties());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sqlite_version()")) {
      row.next();
      return Finding.ok(name(), "SQLite " + row.getString(1));
    } catch (SQLException | LinkageError e) {
      return Finding.fail(
          name(),
          "the native library does not load: " + e.getMessage(),
          "let the temporary folder execute files, or name another: "
              + "SIMILE_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER");
    }
  }
}
