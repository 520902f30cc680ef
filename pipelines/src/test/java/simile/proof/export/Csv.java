package simile.proof.export;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180, simply. */
final class Csv {
  /** A cell that is empty and not quoted. */
  static final String NOTHING = "<nothing>";

  private Csv() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      StringBuilder cell = new StringBuilder();
      boolean quoted = text.charAt(at) == '"';
      if (quoted) {
        at++;
        while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
          at += text.charAt(at) == '"' ? 1 : 0;
          cell.append(text.charAt(at++));
        }
        at++;
      } else {
        while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
          cell.append(text.charAt(at++));
        }
      }
      row.add(cell.isEmpty() && !quoted ? NOTHING : cell.toString());
      if (text.charAt(at) == '\r') {
        rows.add(row);
        row = new ArrayList<>();
        at++;
      }
      at++;
    }
    return rows;
  }
}
