package simile.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import simile.connectors.LocalCopy;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.contract.Contract;
import simile.files.HashedOutput;
import simile.parquet.ParquetCompression;
import simile.parquet.ParquetField;
import simile.parquet.ParquetOptions;
import simile.parquet.ParquetType;
import simile.parquet.write.ParquetJoiner;
import simile.parquet.write.ParquetRecordWriter;
import simile.query.Row;

/** The contract's fields as typed columns, and the vector as a list. */
final class ParquetSinks implements RowSinks {
  private static final int BUFFER_BYTES = 1 << 18;

  private final OutputFiles files;
  private final List<ParquetField> fields;
  private final ParquetOptions options;

  private ParquetSinks(OutputFiles files, List<ParquetField> fields, ParquetOptions options) {
    this.files = files;
    this.fields = fields;
    this.options = options;
  }

  static ParquetSinks of(OutputFiles files, Contract contract, ExportShape shape) {
    List<ParquetField> fields =
        ParquetSchemas.of(contract).stream()
            .filter(field -> shape.embeddings() || field.type() != ParquetType.VECTOR)
            .toList();
    ParquetCompression compression =
        switch (shape.compression()) {
          case NONE -> ParquetCompression.NONE;
          case GZIP -> ParquetCompression.GZIP;
          case ZSTD -> ParquetCompression.ZSTD;
        };
    return new ParquetSinks(files, fields, ParquetOptions.defaults().withCompression(compression));
  }

  @Override
  public RowSink open(String path) throws IOException {
    HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES);
    try {
      return new Sink(path, out, ParquetRecordWriter.to(out, fields, options));
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
  }

  @Override
  public WrittenFile join(List<PartFile> pieces, String path) throws IOException {
    if (pieces.isEmpty()) {
      try (RowSink empty = open(path)) {
        return empty.finish();
      }
    }
    try (HashedOutput out = new HashedOutput(files.create(path), BUFFER_BYTES)) {
      ParquetJoiner joiner = ParquetJoiner.to(out);
      for (PartFile piece : pieces) {
        try (LocalCopy copy = files.local(piece.path());
            FileChannel channel = FileChannel.open(copy.path(), StandardOpenOption.READ)) {
          joiner.add(channel, piece.path());
        }
      }
      long rows = joiner.finish().rows();
      long bytes = out.count();
      return new WrittenFile(path, rows, bytes, out.finish());
    }
  }

  private record Sink(String path, HashedOutput out, ParquetRecordWriter writer)
      implements RowSink {

    @Override
    public void add(Row row) throws IOException {
      byte[] json = row.utf8();
      if (row.vector().isPresent()) {
        writer.add(json, 0, json.length, row.vector().get());
      } else {
        writer.add(json, 0, json.length);
      }
    }

    @Override
    public WrittenFile finish() throws IOException {
      long rows = writer.finish().rows();
      long bytes = out.count();
      return new WrittenFile(path, rows, bytes, out.finish());
    }

    @Override
    public void close() throws IOException {
      try (out) {
        writer.close();
      }
    }
  }
}
