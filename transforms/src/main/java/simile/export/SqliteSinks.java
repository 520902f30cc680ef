package simile.export;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.files.LocalBuild;
import simile.files.Sha256;
import simile.query.Row;
import simile.record.Schema;
import simile.sqlite.SqliteFileWriter;

/** A table as a shard of the store has it. */
final class SqliteSinks implements RowSinks {
  private final OutputFiles files;
  private final Schema schema;
  private final Set<String> unstored;

  SqliteSinks(OutputFiles files, Schema schema, Set<String> unstored) {
    this.files = files;
    this.schema = schema;
    this.unstored = unstored;
  }

  @Override
  public RowSink open(String path) throws IOException {
    LocalBuild build = files.build(path);
    try {
      return new Sink(path, build, SqliteFileWriter.create(build.path(), schema), unstored);
    } catch (IOException | RuntimeException e) {
      build.close();
      throw e;
    }
  }

  /** Of no record: an export of one file has one part. */
  @Override
  public WrittenFile join(List<PartFile> pieces, String path) throws IOException {
    if (!pieces.isEmpty()) {
      throw new IllegalStateException("SQLite files are not joined");
    }
    try (RowSink sink = open(path)) {
      return sink.finish();
    }
  }

  private static final class Sink implements RowSink {
    private final String path;
    private final LocalBuild build;
    private final SqliteFileWriter writer;
    private final BatchedRows rows;

    Sink(String path, LocalBuild build, SqliteFileWriter writer, Set<String> unstored) {
      this.path = path;
      this.build = build;
      this.writer = writer;
      this.rows = new BatchedRows(writer.schema(), unstored, writer::add);
    }

    @Override
    public void add(Row row) throws IOException {
      rows.add(row);
    }

    @Override
    public WrittenFile finish() throws IOException {
      rows.flush();
      long count = writer.finish();
      String sha256 = Sha256.of(build.path());
      long bytes = Files.size(build.path());
      build.publish();
      return new WrittenFile(path, count, bytes, sha256);
    }

    @Override
    public void close() throws IOException {
      try (build) {
        writer.close();
      }
    }
  }
}
