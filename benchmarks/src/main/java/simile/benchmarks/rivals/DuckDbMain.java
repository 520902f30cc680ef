package simile.benchmarks.rivals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * {@code DuckDbMain INPUT OUTPUT jsonl|parquet|copy}: keeps the latest of each id; {@code copy} is
 * Parquet of an input that has each id once.
 *
 * <p>DuckDB's JSON writer knows no partitions, so whole lines go out through its CSV writer,
 * without quotes. Eight forms were tried (columns or whole lines; a window, an aggregate, a
 * semi-join); this is the fastest one that gives the right records.
 */
public final class DuckDbMain {
  private static final String JSONL =
      """
      COPY (
        SELECT arg_max(line, position) AS line, arg_max(source_domain, position) AS source_domain
        FROM (
          SELECT json AS line, keys[1] AS id, keys[2] AS source_domain,
                 row_number() OVER () AS position
          FROM (
            SELECT json, json_extract_string(json, ['$.id', '$.source_domain']) AS keys
            FROM read_ndjson_objects('%s')))
        GROUP BY id
      ) TO '%s' (
        FORMAT CSV, PARTITION_BY (source_domain), HEADER false, QUOTE '', ESCAPE '',
        DELIMITER '\u0001', FILE_EXTENSION 'jsonl')
      """;

  private static final String PARQUET =
      """
      COPY (
        SELECT * EXCLUDE (position)
        FROM (
          SELECT *, row_number() OVER () AS position
          FROM read_json('%s', format = 'newline_delimited', columns = {
            id: 'VARCHAR', source_domain: 'VARCHAR', target_domain: 'VARCHAR',
            quality_score: 'DOUBLE', concept_mappings: 'JSON', frame_mappings: 'JSON',
            created_at: 'VARCHAR', updated_at: 'VARCHAR', tags: 'JSON', metadata: 'JSON',
            workflow_id: 'VARCHAR'}))
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY position DESC) = 1
      ) TO '%s' (FORMAT PARQUET, COMPRESSION ZSTD)
      """;

  private static final String COPY =
      """
      COPY (
        SELECT * FROM read_json('%s', format = 'newline_delimited', columns = {
          id: 'VARCHAR', source_domain: 'VARCHAR', target_domain: 'VARCHAR',
          quality_score: 'DOUBLE', concept_mappings: 'MAP(VARCHAR, VARCHAR)',
          frame_mappings: 'MAP(VARCHAR, VARCHAR)', created_at: 'TIMESTAMPTZ',
          updated_at: 'TIMESTAMPTZ', tags: 'VARCHAR[]', metadata: 'JSON', workflow_id: 'VARCHAR'})
      ) TO '%s' (FORMAT PARQUET, COMPRESSION ZSTD)
      """;

  private DuckDbMain() {}

  public static void main(String[] args) throws IOException, SQLException {
    boolean parquet = !args[2].equals("jsonl");
    String command = args[2].equals("copy") ? COPY : parquet ? PARQUET : JSONL;
    Path folder = Files.createDirectories(Path.of(args[1]));
    String output = (parquet ? folder.resolve("analogies.parquet") : folder).toString();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute(command.formatted(quoted(args[0]), quoted(output)));
    }
  }

  private static String quoted(String path) {
    return path.replace("'", "''");
  }
}
