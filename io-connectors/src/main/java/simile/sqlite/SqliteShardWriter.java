package simile.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import simile.files.LocalBuild;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.record.IdDigest;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Writes a segment's records as one SQLite shard, in the order of their ids. */
public final class SqliteShardWriter {

  /** Enough to spread the cost of a call into the driver; few enough to stay in the cache. */
  private static final int ROWS_A_BATCH = 64;

  /**
   * Writes the records of a batch; deletions are left out.
   *
   * @param path of the shard, relative to the store
   * @return the file; empty, and nothing is written, where there are no records
   * @throws IOException if the shard cannot be written; nothing is left behind then
   */
  public Optional<DataFile> write(StoreFiles files, String path, RecordBatch batch, SortedRows rows)
      throws IOException {
    if (rows.records() == 0) {
      return Optional.empty();
    }
    ShardTable table = ShardTable.of(batch.schema());
    try (LocalBuild build = files.build(path)) {
      IdDigest ids = fill(build.path(), table, batch, rows);
      String sha256 = Sha256.of(build.path());
      long bytes = Files.size(build.path());
      build.publish();
      return Optional.of(
          DataFile.of(FileKind.SQLITE, path, rows.records(), bytes, sha256)
              .withIdDigest(ids.toString()));
    }
  }

  private static IdDigest fill(Path file, ShardTable table, RecordBatch batch, SortedRows rows)
      throws IOException {
    try (Connection database =
            SqliteBuild.open(file, ShardTable.APPLICATION_ID, ShardTable.VERSION);
        Statement statement = database.createStatement()) {
      statement.execute(table.create());
      IdDigest ids = insert(database, table, batch, rows);
      for (String index : table.createIndexes()) {
        statement.execute(index);
      }
      database.commit();
      return ids;
    } catch (SQLException e) {
      throw SqliteFailures.of("building the shard", file, e);
    }
  }

  private static IdDigest insert(
      Connection database, ShardTable table, RecordBatch batch, SortedRows rows)
      throws SQLException {
    IdDigest ids = new IdDigest();
    RowBinder binder = new RowBinder(batch);
    try (PreparedStatement insert = database.prepareStatement(table.insert())) {
      for (int rank = 0; rank < rows.size(); rank++) {
        int row = rows.row(rank);
        if (!batch.isDeletion(row)) {
          binder.bind(insert, row);
          insert.addBatch();
          ids.add(batch.ids(), batch.idStart(row), batch.idEnd(row));
        }
        if (rank % ROWS_A_BATCH == ROWS_A_BATCH - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return ids;
  }
}
