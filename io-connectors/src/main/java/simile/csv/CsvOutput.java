package simile.csv;

import java.io.IOException;
import java.io.OutputStream;

/** Writes cells and lines. */
public final class CsvOutput {
  private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
  private static final byte[] LINE_END = {'\r', '\n'};

  private final OutputStream out;
  private boolean begun;

  /**
   * @param out buffered
   */
  public CsvOutput(OutputStream out) {
    this.out = out;
  }

  /** A cell of no value. */
  public void nothing() throws IOException {
    separate();
  }

  /** A cell of text, in UTF-8; neutralised if a spreadsheet would run it. */
  public void text(byte[] utf8, int start, int length) throws IOException {
    separate();
    boolean neutralise = length > 0 && RUN_BY_SPREADSHEETS.indexOf(utf8[start]) >= 0;
    boolean quote = length == 0 || needsQuotes(utf8, start, length);
    if (quote) {
      out.write('"');
    }
    if (neutralise) {
      out.write('\'');
    }
    if (quote) {
      writeQuoted(utf8, start, length);
      out.write('"');
    } else {
      out.write(utf8, start, length);
    }
  }

  /** A cell of anything else, such as a number or JSON, in UTF-8, as it is. */
  public void value(byte[] utf8, int start, int length) throws IOException {
    separate();
    if (needsQuotes(utf8, start, length)) {
      out.write('"');
      writeQuoted(utf8, start, length);
      out.write('"');
    } else {
      out.write(utf8, start, length);
    }
  }

  /** Ends the line. */
  public void endLine() throws IOException {
    out.write(LINE_END, 0, LINE_END.length);
    begun = false;
  }

  private void separate() throws IOException {
    if (begun) {
      out.write(',');
    }
    begun = true;
  }

  private static boolean needsQuotes(byte[] utf8, int start, int length) {
    for (int i = start; i < start + length; i++) {
      byte b = utf8[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  private void writeQuoted(byte[] utf8, int start, int length) throws IOException {
    int from = start;
    for (int i = start; i < start + length; i++) {
      if (utf8[i] == '"') {
        out.write(utf8, from, i + 1 - from);
        out.write('"');
        from = i + 1;
      }
    }
    out.write(utf8, from, start + length - from);
  }
}
