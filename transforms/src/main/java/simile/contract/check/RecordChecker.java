package simile.contract.check;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import simile.contract.json.LineParsers;
import simile.contract.rule.RuleIds;
import simile.contract.rule.ViolationSink;
import simile.record.RecordBatchBuilder;

/**
 * Checks lines of JSON against a contract, and adds the good ones to a batch. One for each thread,
 * to be used for many lines; made by {@code Contract.checker}.
 */
public final class RecordChecker {
  private final Path path = new Path();
  private final KeyScopes keys = new KeyScopes();
  private final Findings findings = new Findings(path);
  private final Line line = new Line();
  private final RecordReader reader;

  public RecordChecker(Shape shape) {
    reader = new RecordReader(shape, line, path, keys, findings);
  }

  /**
   * Checks {@code slab[start, end)}, one line without its framing (byte order mark, CR, LF).
   *
   * @param position the row's place in the whole input, see {@link simile.record.Position}
   * @param into gets the row, if it is accepted; its schema must be the contract's, and its slab
   *     this one
   * @param sink gets every rule that the line breaks, warnings too
   * @return whether the line was accepted
   */
  public boolean check(
      byte[] slab, int start, int end, long position, RecordBatchBuilder into, ViolationSink sink) {
    path.clear();
    keys.clear();
    findings.start(slab);
    try {
      boolean read = false;
      int bad = line.moveTo(slab, start, end);
      if (bad >= 0) {
        reportUtf8(bad);
      } else {
        read = readOrReport();
        if (!read) {
          line.replaceParser();
        }
      }
      if (!findings.isEmpty() && !findings.drainTo(sink)) {
        return false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
    into.startRow(start, end - start, position);
    reader.writeTo(into);
    into.endRow();
    return true;
  }

  /** Whether the line was read to its end. If not, the findings say why. */
  private boolean readOrReport() throws IOException {
    try {
      return readLine();
    } catch (StreamConstraintsException e) {
      reportLimit(e);
    } catch (JsonParseException e) {
      long at = e.getLocation() == null ? line.start() : e.getLocation().getByteOffset();
      reportSyntax(at, e.getOriginalMessage());
    }
    return false;
  }

  private boolean readLine() throws IOException {
    JsonToken first = line.parser().nextToken();
    if (first != JsonToken.START_OBJECT) {
      reportNoObject(first == null);
      return false;
    }
    reader.read();
    int after = line.skipSpace(line.parser().position());
    if (after < line.end()) {
      findings.only(
          RuleIds.TRAILING_TEXT,
          "one object and nothing after it",
          findings.snippet(after, line.end()),
          "put each record on a line of its own; the text starts at byte " + column(after));
      return false;
    }
    reader.finish();
    return true;
  }

  private void reportUtf8(int at) {
    StringBuilder bytes = new StringBuilder();
    for (int i = at; i < Math.min(line.end(), at + 4); i++) {
      bytes.append(String.format("%02X ", line.slab()[i]));
    }
    String hint = "convert the file to UTF-8; the bad bytes start at byte " + column(at);
    findings.only(RuleIds.UTF8, "UTF-8", bytes.toString().trim(), hint);
  }

  private void reportNoObject(boolean blank) {
    if (blank) {
      findings.only(RuleIds.SYNTAX, "a JSON object", "", "the line is blank");
    } else {
      String actual = findings.snippet(line.start(), line.end());
      findings.only(RuleIds.NOT_OBJECT, "a JSON object", actual, "write one object a line");
    }
  }

  private void reportSyntax(long at, String message) {
    int from = (int) Math.max(line.start(), Math.min(at, line.end()));
    String actual = findings.snippet(Math.max(line.start(), from - 20), line.end());
    String hint = "at byte " + column(from) + " of the line: " + message;
    findings.only(RuleIds.SYNTAX, "JSON as RFC 8259 has it", actual, hint);
  }

  private void reportLimit(StreamConstraintsException e) {
    boolean deep = line.parser().getParsingContext().getNestingDepth() > LineParsers.MAX_DEPTH;
    findings.only(
        deep ? RuleIds.DEPTH : RuleIds.LIMIT,
        deep ? "at most " + LineParsers.MAX_DEPTH + " levels" : "names and numbers of sane length",
        "",
        e.getOriginalMessage());
  }

  /** Bytes are counted from 1, as columns are in an editor. */
  private int column(int at) {
    return at - line.start() + 1;
  }
}
