package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns. The first rows decide how wide the columns are; what comes after is cut to that,
 * so that a table of any length needs the memory of its beginning.
 */
final class TablePrinter implements RecordPrinter {
  private static final int SAMPLE = 500;
  private static final int WIDEST = 120;
  private static final String GAP = "  ";

  private final OutputStream out;
  private final Terminal terminal;
  private final List<Column> columns;
  private final boolean titleAlone;
  private final List<String[]> sample = new ArrayList<>();
  private int[] widths = new int[0];

  /** {@code titleAlone}: whether the title is printed even if no row is. */
  TablePrinter(OutputStream out, Terminal terminal, List<Column> columns, boolean titleAlone) {
    this.titleAlone = titleAlone;
    this.out = out;
    this.terminal = terminal;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void print(byte[] json, int start, int length) throws IOException {
    print(RecordPrinter.parsed(json, start, length));
  }

  @Override
  public void print(JsonNode row) throws IOException {
    String[] cells =
        columns.stream().map(c -> TextWidth.harmless(c.cellForPeople(row))).toArray(String[]::new);
    if (widths.length > 0) {
      line(cells, "");
    } else if (sample.add(cells) && sample.size() == SAMPLE) {
      begin();
    }
  }

  @Override
  public void close() throws IOException {
    if (widths.length == 0 && (titleAlone || !sample.isEmpty())) {
      begin();
    }
    out.flush();
  }

  private void begin() throws IOException {
    widths = new int[columns.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = TextWidth.of(columns.get(c).title());
      for (String[] cells : sample) {
        widths[c] = Math.max(widths[c], Math.min(WIDEST, TextWidth.of(cells[c])));
      }
    }
    if (terminal.columns() > 0) {
      shrink(terminal.columns());
    }
    line(columns.stream().map(Column::title).toArray(String[]::new), "\u001b[1m");
    for (String[] cells : sample) {
      line(cells, "");
    }
    sample.clear();
  }

  /** Takes from the widest column until the table fits or nothing more can be taken. */
  private void shrink(int columnsOfTerminal) {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    for (; total > columnsOfTerminal; total--) {
      int widest = 0;
      for (int c = 1; c < widths.length; c++) {
        widest = widths[c] > widths[widest] ? c : widest;
      }
      if (widths[widest] <= 6) {
        return;
      }
      widths[widest]--;
    }
  }

  private void line(String[] cells, String style) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < cells.length; c++) {
      String cell = TextWidth.cut(cells[c], widths[c]);
      String padding = " ".repeat(widths[c] - TextWidth.of(cell));
      text.append(c == 0 ? "" : GAP);
      text.append(columns.get(c).right() ? padding + cell : cell + padding);
    }
    String plain = text.toString().stripTrailing();
    boolean styled = terminal.colour() && !style.isEmpty();
    out.write(((styled ? style + plain + "\u001b[0m" : plain) + "\n").getBytes(UTF_8));
  }
}
