package simile.docs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** {@code duckdb -c SQL} for machines without DuckDB's own shell: the same engine, through JDBC. */
final class DuckDbShell {
  private DuckDbShell() {}

  public static void main(String[] args) throws SQLException {
    if (args.length != 2 || !args[0].equals("-c")) {
      throw new IllegalArgumentException("expected -c SQL");
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(args[1])) {
      while (rows.next()) {
        System.out.println(row(rows));
      }
    }
  }

  private static String row(ResultSet rows) throws SQLException {
    StringJoiner cells = new StringJoiner("\t");
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      cells.add(rows.getString(i));
    }
    return cells.toString();
  }
}
