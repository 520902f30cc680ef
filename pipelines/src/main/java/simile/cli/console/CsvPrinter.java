package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values. */
final class CsvPrinter implements RecordPrinter {

  private final OutputStream out;
  private final List<Column> columns;
  private boolean titled;

  CsvPrinter(OutputStream out, List<Column> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void print(byte[] json, int start, int length) throws IOException {
    title();
    JsonNode row = RecordPrinter.parsed(json, start, length);
    line(columns.stream().map(column -> column.cell(row)));
  }

  @Override
  public void close() throws IOException {
    title();
    out.flush();
  }

  private void title() throws IOException {
    if (!titled) {
      titled = true;
      line(columns.stream().map(Column::field));
    }
  }

  private void line(Stream<String> cells) throws IOException {
    String line = cells.map(CsvPrinter::quoted).collect(Collectors.joining(",", "", "\n"));
    out.write(line.getBytes(UTF_8));
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(CsvPrinter::needsQuotes)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static boolean needsQuotes(int c) {
    return c == ',' || c == '"' || c == '\n' || c == '\r';
  }
}
