package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.io.fs.ResourceId;
import simile.files.HashedOutput;
import simile.json.StoredJson;
import simile.parquet.ParquetField;
import simile.parquet.ParquetFile;
import simile.parquet.ParquetOptions;
import simile.parquet.write.ParquetRecordWriter;

/** Writes lines of JSON as Parquet. */
final class ParquetSink implements FileSink<String> {
  private final ResourceId file;
  private final HashedOutput out;
  private final ParquetRecordWriter writer;
  private final JsonFactory parsers = StoredJson.parsers();

  private ParquetSink(ResourceId file, List<ParquetField> fields) throws IOException {
    this.file = file;
    this.out = new HashedOutput(new BeamOutput(file), 1 << 17);
    this.writer = ParquetRecordWriter.to(out, fields, ParquetOptions.defaults());
  }

  static final class Factory implements FileSink.Factory<String> {
    private static final long serialVersionUID = 1L;
    private final List<ParquetField> fields;

    Factory(List<ParquetField> fields) {
      this.fields = List.copyOf(fields);
    }

    @Override
    public FileSink<String> open(ResourceId file) throws IOException {
      return new ParquetSink(file, fields);
    }

    @Override
    public String suffix() {
      return ".parquet";
    }
  }

  @Override
  public void add(String line) throws IOException {
    byte[] bytes = line.getBytes(UTF_8);
    requireJson(bytes);
    writer.add(bytes, 0, bytes.length);
  }

  /** The writer takes its lines for checked. */
  private void requireJson(byte[] bytes) throws IOException {
    try (JsonParser parser = parsers.createParser(bytes)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    }
  }

  @Override
  public long bytes() {
    return writer.bytes();
  }

  @Override
  public WrittenFile finish() throws IOException {
    ParquetFile written = writer.finish();
    return new WrittenFile(file.toString(), written.rows(), written.bytes(), out.finish());
  }

  @Override
  public void close() throws IOException {
    writer.close();
    out.close();
  }
}
