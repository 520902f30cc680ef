package simile.bundle.card;

import java.util.List;

/** Tables, whose cells are text and nothing else. */
final class Markdown {
  /** What begins markup, wherever it stands. */
  private static final String SPECIAL = "\\`*_{}[]<>#|!&~$";

  private Markdown() {}

  /**
   * @param rows the first is the head
   */
  static String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    row(table, rows.get(0));
    table.append("|---".repeat(rows.get(0).size())).append("|\n");
    rows.stream().skip(1).forEach(row -> row(table, row));
    return table.toString();
  }

  private static void row(StringBuilder table, List<String> cells) {
    cells.forEach(cell -> table.append("| ").append(escaped(cell)).append(' '));
    table.append("|\n");
  }

  static String escaped(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(c -> append(plain, c));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int c) {
    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
      plain.append(' ');
      return;
    }
    if (SPECIAL.indexOf(c) >= 0) {
      plain.append('\\');
    }
    plain.appendCodePoint(c);
  }
}
