package simile.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.csv.CsvOutput;
import simile.jsonl.Compression;
import simile.query.Row;
import simile.record.Column;
import simile.record.RecordBatch;
import simile.record.Schema;

/** The contract's columns as CSV, see {@code simile.csv}; nested values as JSON text. */
final class CsvSinks implements RowSinks {
  private final OutputFiles files;
  private final Schema schema;
  private final Compression compression;

  CsvSinks(OutputFiles files, Schema schema, Compression compression) {
    this.files = files;
    this.schema = schema;
    this.compression = compression;
  }

  @Override
  public RowSink open(String path) throws IOException {
    TextFile file = new TextFile(files, path, compression);
    byte[] header = header();
    file.write(header, 0, header.length);
    return new Sink(file);
  }

  @Override
  public RowSink openPiece(String path) throws IOException {
    return new Sink(new TextFile(files, path, compression));
  }

  @Override
  public WrittenFile join(List<PartFile> pieces, String path) throws IOException {
    return TextFile.join(files, pieces, path, compression, header());
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    CsvOutput csv = new CsvOutput(line);
    for (Column column : schema.columns()) {
      byte[] name = column.name().getBytes(UTF_8);
      csv.text(name, 0, name.length);
    }
    csv.endLine();
    return line.toByteArray();
  }

  private final class Sink implements RowSink {
    private final TextFile file;
    private final CsvOutput csv;
    private final BatchedRows rows = new BatchedRows(schema, Set.of(), this::write);

    Sink(TextFile file) {
      this.file = file;
      this.csv = new CsvOutput(file.stream());
    }

    @Override
    public void add(Row row) throws IOException {
      rows.add(row);
    }

    private void write(RecordBatch batch) throws IOException {
      CsvCells cells = new CsvCells(batch, csv);
      for (int row = 0; row < batch.size(); row++) {
        cells.writeLine(row);
        file.endRow();
      }
    }

    @Override
    public WrittenFile finish() throws IOException {
      rows.flush();
      return file.finish();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
