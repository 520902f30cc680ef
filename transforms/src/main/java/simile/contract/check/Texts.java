package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;

/** Finds U+0000 and halves of surrogate pairs, which only escapes can bring in. */
final class Texts {
  private final Line line;
  private final Path path;
  private final Findings findings;

  Texts(Line line, Path path, Findings findings) {
    this.line = line;
    this.path = path;
    this.findings = findings;
  }

  /** Looks at the current string, which was finished and lies in {@code [start, end)}. */
  void checkValue(int start, int end) throws IOException {
    if (!line.hasEscapes() || line.parser().currentToken() != JsonToken.VALUE_STRING) {
      return;
    }
    char[] chars = line.parser().getTextCharacters();
    int from = line.parser().getTextOffset();
    String fault = fault(chars, from, from + line.parser().getTextLength());
    if (!fault.isEmpty()) {
      report(fault, path.pointer(), start, end);
    }
  }

  /** Looks at the current field name. */
  void checkName(String name) {
    if (line.hasEscapes()) {
      int start = line.parser().nameStart();
      checkText(name, path.pointer(), start, Math.min(line.end(), start + name.length() * 6 + 2));
    }
  }

  /** Looks at a text that lies in {@code [start, end)}. */
  void checkText(String text, String pointer, int start, int end) {
    String fault = fault(text.toCharArray(), 0, text.length());
    if (!fault.isEmpty()) {
      report(fault, pointer, start, end);
    }
  }

  private void report(String fault, String pointer, int start, int end) {
    boolean nul = fault.equals(RuleIds.NUL);
    findings.add(
        fault,
        Severity.ERROR,
        pointer,
        nul ? "text without U+0000" : "whole characters",
        findings.snippet(start, end),
        nul
            ? "remove the \\u0000 escape"
            : "write a character above U+FFFF as two escapes, high then low surrogate");
  }

  private static String fault(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == 0) {
        return RuleIds.NUL;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c) || i + 1 == to || !Character.isLowSurrogate(chars[i + 1])) {
          return RuleIds.LONE_SURROGATE;
        }
        i++;
      }
    }
    return "";
  }
}
