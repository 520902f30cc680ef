package simile.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simile.files.FailedWrite;
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
    List<Integer> roots = EmptyShard.create(file, table, table.create());
    IdDigest ids = new IdDigest();
    int[] records = new int[rows.records()];
    int kept = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (!batch.isDeletion(row)) {
        records[kept++] = row;
        ids.add(batch.ids(), batch.idStart(row), batch.idEnd(row));
      }
    }
    try {
      new ShardTrees(batch, records).write(file, roots, table.indexes());
    } catch (IOException e) {
      throw FailedWrite.at(file, e);
    }
    return ids;
  }
}
