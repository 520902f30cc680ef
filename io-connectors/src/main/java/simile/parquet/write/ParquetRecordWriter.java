package simile.parquet.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.json.MalformedJsonException;
import simile.parquet.ParquetField;
import simile.parquet.ParquetFile;
import simile.parquet.ParquetOptions;
import simile.parquet.format.FileFooter;
import simile.parquet.format.ThriftStruct;

/**
 * Writes records as one Parquet file, a column a field and {@code _extra} for what no column takes.
 * See {@code simile.parquet} for the bytes. Holds one row group in memory, compressed but for a
 * page a column. Used by one thread.
 *
 * <pre>{@code
 * try (OutputStream out = …; ParquetRecordWriter writer = ParquetRecordWriter.to(out, fields, options)) {
 *   writer.add(line, 0, line.length);
 *   ParquetFile file = writer.finish();
 * }
 * }</pre>
 */
public final class ParquetRecordWriter implements Closeable {
  /** Pages are looked at after this many bytes of records, since looking costs. */
  private static final int LOOK_BYTES = 1 << 14;

  private final OutputStream out;
  private final List<ParquetField> fields;
  private final ParquetOptions options;
  private final PageWorkshop shop;
  private final RowShredder shredder;
  private final List<ColumnWriter> columns;
  private final Optional<VectorCell> vectors;
  private final List<ThriftStruct> groups = new ArrayList<>();
  private long written;
  private long rows;
  private int groupRows;
  private long groupBytes;
  private long lookAt = LOOK_BYTES;

  private ParquetRecordWriter(OutputStream out, List<ParquetField> fields, ParquetOptions options) {
    this.out = out;
    this.fields = List.copyOf(fields);
    this.options = options;
    this.shop = new PageWorkshop(options.compression());
    Cells cells = new Cells(shop);
    List<Cell> ofFields = fields.stream().map(cells::of).toList();
    ExtraCell extra = cells.extra();
    this.shredder = new RowShredder(fields, ofFields, extra);
    this.columns = Cells.columns(ofFields, extra);
    this.vectors =
        ofFields.stream()
            .filter(VectorCell.class::isInstance)
            .map(VectorCell.class::cast)
            .findFirst();
  }

  /**
   * Begins a file.
   *
   * @param out is written in big pieces and never closed
   * @throws IllegalArgumentException if two fields have one name, or one is called {@code _extra}
   */
  public static ParquetRecordWriter to(
      OutputStream out, List<ParquetField> fields, ParquetOptions options) throws IOException {
    ParquetRecordWriter writer = new ParquetRecordWriter(out, fields, options);
    out.write(FileFooter.MAGIC);
    writer.written = FileFooter.MAGIC.length;
    return writer;
  }

  /**
   * Adds a record.
   *
   * @param bytes hold one JSON object in {@code [start, end)}, which a contract's check has passed
   * @throws MalformedJsonException if they do not; the file is then of no use
   */
  public void add(byte[] bytes, int start, int end) throws IOException {
    shredder.take(bytes, start, end);
    writeRow(bytes, end - start);
  }

  /**
   * Adds a record and its vector, which goes to the first field of type {@code VECTOR}, instead of
   * what the record says itself.
   *
   * @param vector {@code float32[n]}, copied
   * @throws IllegalStateException if no field is of that type
   * @see #add(byte[], int, int)
   */
  public void add(byte[] bytes, int start, int end, float[] vector) throws IOException {
    VectorCell cell =
        vectors.orElseThrow(() -> new IllegalStateException("no field takes a vector"));
    shredder.take(bytes, start, end);
    cell.take(vector);
    writeRow(bytes, end - start + vector.length * Float.BYTES);
  }

  private void writeRow(byte[] bytes, int length) throws IOException {
    shredder.write(bytes);
    groupRows++;
    groupBytes += length;
    if (groupBytes >= lookAt) {
      columns.forEach(ColumnWriter::endRow);
      lookAt = groupBytes + LOOK_BYTES;
    }
    if (groupRows >= options.rowGroupRows() || groupBytes >= options.rowGroupBytes()) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    if (groupRows == 0) {
      return;
    }
    long start = written;
    long fullBytes = 0;
    List<ThriftStruct> chunks = new ArrayList<>();
    for (ColumnWriter column : columns) {
      ThriftStruct chunk = column.drainTo(out, written);
      ThriftStruct meta = chunk.struct(3).orElseThrow();
      fullBytes += meta.number(6).orElseThrow();
      written += meta.number(7).orElseThrow();
      chunks.add(chunk);
    }
    groups.add(
        new ThriftStruct()
            .with(1, chunks)
            .with(2, fullBytes)
            .with(3, (long) groupRows)
            .with(5, start)
            .with(6, written - start));
    rows += groupRows;
    groupRows = 0;
    groupBytes = 0;
    lookAt = LOOK_BYTES;
  }

  /** Records added so far. */
  public long rows() {
    return rows + groupRows;
  }

  /** Bytes written so far, which the current row group is not part of. */
  public long bytes() {
    return written;
  }

  /**
   * Writes what is left and the footer. The stream is flushed and stays open.
   *
   * @return what was written
   */
  public ParquetFile finish() throws IOException {
    endGroup();
    written +=
        FooterWriter.write(
            FooterWriter.footer(fields, columns.size(), rows, groups, options.metadata()), out);
    out.flush();
    return new ParquetFile(rows, written);
  }

  /** Frees memory. A file that was not finished is no Parquet. */
  @Override
  public void close() {
    shop.close();
  }
}
