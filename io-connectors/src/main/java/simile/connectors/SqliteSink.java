package simile.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.HashedOutput;
import simile.sqlite.SqliteTable;
import simile.sqlite.SqliteTableWriter;

/** Builds a SQLite file in a temporary folder and copies it when it is finished. */
final class SqliteSink implements FileSink<SqliteRow> {
  private static final int BYTES_A_VALUE = 8;

  private final ResourceId file;
  private final Path folder;
  private final Path built;
  private final SqliteTableWriter writer;
  private long bytes;

  private SqliteSink(ResourceId file, Path folder, SqliteTable table) throws IOException {
    this.file = file;
    this.folder = folder;
    this.built = folder.resolve("build.sqlite");
    this.writer = SqliteTableWriter.create(built, table);
  }

  static final class Factory implements FileSink.Factory<SqliteRow> {
    private static final long serialVersionUID = 1L;
    private final SqliteTable table;

    Factory(SqliteTable table) {
      this.table = table;
    }

    @Override
    public FileSink<SqliteRow> open(ResourceId file) throws IOException {
      return new SqliteSink(file, Files.createTempDirectory("simile-sqlite"), table);
    }

    @Override
    public String suffix() {
      return ".sqlite";
    }
  }

  @Override
  public void add(SqliteRow row) throws IOException {
    writer.add(row.values().toArray());
    for (Object value : row.values()) {
      bytes += BYTES_A_VALUE + (value instanceof String text ? text.length() : 0);
      bytes += value instanceof byte[] blob ? blob.length : 0;
    }
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public WrittenFile finish() throws IOException {
    long rows = writer.finish();
    try (HashedOutput out = new HashedOutput(new BeamOutput(file), 1 << 17)) {
      Files.copy(built, out);
      long size = out.count();
      return new WrittenFile(file.toString(), rows, size, out.finish());
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(built);
    Files.delete(folder);
  }
}
