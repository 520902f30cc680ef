package simile.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import simile.csv.CsvOutput;
import simile.json.JsonSpans;
import simile.record.ColumnType;
import simile.record.RecordBatch;

/** The columns of a batch's records as cells. */
final class CsvCells {
  private final RecordBatch batch;
  private final CsvOutput csv;
  private final byte[] bytes;
  private final ColumnType[] types;
  private final byte[][] names;

  CsvCells(RecordBatch batch, CsvOutput csv) {
    this.batch = batch;
    this.csv = csv;
    this.bytes = batch.bytes();
    this.types = batch.schema().columns().stream().map(c -> c.type()).toArray(ColumnType[]::new);
    this.names =
        batch.schema().columns().stream()
            .map(column -> ('"' + column.name() + '"').getBytes(UTF_8))
            .toArray(byte[][]::new);
  }

  void writeLine(int row) throws IOException {
    int idStart = batch.idStart(row);
    csv.text(batch.ids(), idStart, batch.idEnd(row) - idStart);
    for (int column = 1; column < types.length; column++) {
      int start = batch.spanStart(row, column);
      if (start < 0) {
        writeMisfit(row, column);
      } else {
        write(types[column], start, batch.spanLength(row, column));
      }
    }
    csv.endLine();
  }

  private void write(ColumnType type, int start, int length) throws IOException {
    if (type != ColumnType.TEXT && type != ColumnType.TIMESTAMP) {
      csv.value(bytes, start, length);
    } else if (JsonSpans.isPlain(bytes, start, length)) {
      csv.text(bytes, start + 1, length - 2);
    } else {
      byte[] text = JsonSpans.text(bytes, start, length).getBytes(UTF_8);
      csv.text(text, 0, text.length);
    }
  }

  /**
   * An older contract may have let in a value that the column does not take: it is shown as it is.
   */
  private void writeMisfit(int row, int column) throws IOException {
    for (int i = 0; i < batch.extras(row); i++) {
      int start = batch.extraStart(row, i);
      int end = start + batch.extraLength(row, i);
      int value = valueStart(names[column], start, end);
      if (value >= 0) {
        write(bytes[value] == '"' ? ColumnType.TEXT : ColumnType.JSON, value, end - value);
        return;
      }
    }
    csv.nothing();
  }

  /** Where the value of a member starts if it has a name; else -1. */
  private int valueStart(byte[] name, int start, int end) {
    if (end - start <= name.length) {
      return -1;
    }
    for (int i = 0; i < name.length; i++) {
      if (bytes[start + i] != name[i]) {
        return -1;
      }
    }
    int at = start + name.length;
    while (bytes[at] == ':' || bytes[at] == ' ' || bytes[at] == '\t') {
      at++;
    }
    return at;
  }
}
