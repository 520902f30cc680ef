package simile.export;

import java.io.IOException;
import java.util.List;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.jsonl.Compression;
import simile.merge.VectorReader;
import simile.query.Row;

/** Records as they are stored, a line each; a vector is put back as the last member. */
final class JsonlSinks implements RowSinks {
  private final OutputFiles files;
  private final Compression compression;

  JsonlSinks(OutputFiles files, Compression compression) {
    this.files = files;
    this.compression = compression;
  }

  @Override
  public RowSink open(String path) throws IOException {
    return new Sink(new TextFile(files, path, compression));
  }

  @Override
  public WrittenFile join(List<PartFile> pieces, String path) throws IOException {
    return TextFile.join(files, pieces, path, compression, new byte[0]);
  }

  private record Sink(TextFile file) implements RowSink {

    @Override
    public void add(Row row) throws IOException {
      byte[] line =
          row.vector().isPresent()
              ? VectorReader.putBack(row.vector().get(), row.utf8())
              : row.utf8();
      file.write(line, 0, line.length);
      file.write('\n');
      file.endRow();
    }

    @Override
    public WrittenFile finish() throws IOException {
      return file.finish();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
