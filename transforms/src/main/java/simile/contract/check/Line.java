package simile.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import simile.contract.json.LineParser;
import simile.contract.json.LineParsers;
import simile.contract.json.Utf8;

/** The line being read: its bytes, what is known of them, and the parser that is in it. */
final class Line {
  /** So often is the parser replaced, so that the names it remembers stay few. */
  private static final int BYTES_A_PARSER = 1 << 20;

  private final LineParsers parsers = new LineParsers();
  private LineParser parser = parsers.open();
  private int parsed;
  private byte[] slab = new byte[0];
  private int start;
  private int end;
  private boolean ascii;
  private boolean escapes;

  /** Goes to another line. Returns -1, or where the bytes stop being UTF-8. */
  int moveTo(byte[] newSlab, int newStart, int newEnd) throws IOException {
    slab = newSlab;
    start = newStart;
    end = newEnd;
    int flags = Utf8.scan(newSlab, newStart, newEnd);
    if (flags < 0) {
      return -1 - flags;
    }
    ascii = (flags & Utf8.NON_ASCII) == 0;
    escapes = (flags & Utf8.BACKSLASH) != 0;
    parsed += newEnd - newStart;
    if (parsed > BYTES_A_PARSER) {
      replaceParser();
    }
    parser.moveTo(newSlab, newStart, newEnd);
    return -1;
  }

  /** Must follow every line that was not read to the end of its object. */
  void replaceParser() throws IOException {
    parser.close();
    parser = parsers.open();
    parsed = 0;
  }

  LineParser parser() {
    return parser;
  }

  byte[] slab() {
    return slab;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether no byte is above 0x7F. */
  boolean isAscii() {
    return ascii;
  }

  /** Whether there is a backslash anywhere. */
  boolean hasEscapes() {
    return escapes;
  }

  /** Reads the current string to its end; returns the index after its closing quote. */
  int finishString() throws IOException {
    return escapes ? parser.valueEnd() : parser.skipPlainString();
  }

  /** The current string, decoded. It must have been finished, and {@code from} is its quote. */
  String text(int from, int to) throws IOException {
    return escapes ? parser.getText() : new String(slab, from + 1, to - from - 2, UTF_8);
  }

  /** The first index from {@code from} that is not JSON white space, or the end. */
  int skipSpace(int from) {
    int i = from;
    while (i < end && isSpace(slab[i])) {
      i++;
    }
    return i;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
