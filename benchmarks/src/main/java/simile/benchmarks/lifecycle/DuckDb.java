package simile.benchmarks.lifecycle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * DuckDB, asked for records of the store's own files, or for no more than their number and the sum
 * of the numbers in their ids: then it reads only the fields that the question needs, and gives
 * back one row where Simile gives all of them.
 */
final class DuckDb implements AutoCloseable {
  private static final int ID_NUMBER_AT = "analogy-".length();

  private final Connection connection;
  private final String live;
  private final String commits;
  private final String tree;

  /**
   * @param tree a glob of the store's JSONL files, in folders of partitions
   * @param live one JSONL file of the live records, and of nothing else
   * @param commits a glob of the commits' files, in order of name
   */
  DuckDb(String tree, String live, String commits) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.tree = quoted(tree);
    this.live = quoted(live);
    this.commits = quoted(commits);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + TwoThreads.THREADS);
    }
  }

  /**
   * Asks the store's files as the README does, for whole records, each of which is fetched.
   * Superseded and deleted ones are among them.
   */
  Answer ofStore(String where) throws SQLException {
    String sql =
        "SELECT * FROM read_json('%s', hive_partitioning = true) WHERE %s".formatted(tree, where);
    long rows = 0;
    long sum = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int id = row.findColumn("id");
      while (row.next()) {
        rows++;
        sum += Long.parseLong(row.getString(id).substring(ID_NUMBER_AT));
      }
    }
    return new Answer(rows, sum);
  }

  /** Asks the file of live records, where nothing is to be merged. */
  Answer ofLive(String where) throws SQLException {
    return ask(
        "SELECT count(*), coalesce(sum(CAST(substr(id, 9) AS BIGINT)), 0) FROM "
            + "read_json('%s', format = 'newline_delimited', columns = {id: 'VARCHAR',"
                .formatted(live)
            + " source_domain: 'VARCHAR', target_domain: 'VARCHAR', quality_score: 'DOUBLE'})"
            + " WHERE "
            + where);
  }

  /** Asks the commits, of which the latest line of each id counts unless it is a deletion. */
  Answer ofCommits(String where) throws SQLException {
    return ask(
        """
        SELECT count(*), coalesce(sum(CAST(substr(id, 9) AS BIGINT)), 0) FROM (
          SELECT id, unnest(latest) FROM (
            SELECT coalesce(id, target_id) AS id,
                   arg_max({type: type, source_domain: source_domain, target_domain: target_domain,
                            quality_score: quality_score}, nth) AS latest
            FROM (SELECT *, row_number() OVER () AS nth FROM
              read_json('%s', format = 'newline_delimited', columns = {id: 'VARCHAR',
                type: 'VARCHAR', target_id: 'VARCHAR', source_domain: 'VARCHAR',
                target_domain: 'VARCHAR', quality_score: 'DOUBLE'}))
            GROUP BY 1))
        WHERE type IS NULL AND (%s)
        """
            .formatted(commits, where));
  }

  private Answer ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new Answer(row.getLong(1), row.getLong(2));
    }
  }

  private static String quoted(String path) {
    return path.replace("'", "''");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
