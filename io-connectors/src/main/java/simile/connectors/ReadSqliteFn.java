package simile.connectors;

import java.io.IOException;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.DoFn;
import simile.sqlite.SqliteQuery;

/** Reads the rows of a query over one SQLite file. */
final class ReadSqliteFn extends DoFn<FileIO.ReadableFile, SqliteRow> {
  private static final long serialVersionUID = 1L;

  private final String query;

  ReadSqliteFn(String query) {
    this.query = query;
  }

  @ProcessElement
  public void process(@Element FileIO.ReadableFile file, OutputReceiver<SqliteRow> out)
      throws IOException {
    try (LocalCopy copy = LocalCopy.of(file.getMetadata().resourceId())) {
      SqliteQuery.forEach(
          copy.path(), query, (columns, values) -> out.output(SqliteRow.of(values)));
    }
  }
}
