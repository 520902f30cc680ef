package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.record.RecordBatchBuilder;

/** A line that deletes a record: {@code {"type":"deletion","target_id":"…"}}. */
final class Deletion {
  static final String TYPE = "deletion";
  static final String TARGET = "target_id";
  private static final String POINTER = "/" + TARGET;

  private final Line line;
  private final Findings findings;
  private final Texts texts;
  private final Identity identity;
  private JsonToken token = JsonToken.NOT_AVAILABLE;
  private int start;
  private int end;
  private String escaped = "";

  Deletion(Line line, Findings findings, Texts texts, Identity identity) {
    this.line = line;
    this.findings = findings;
    this.texts = texts;
    this.identity = identity;
  }

  void clear() {
    token = JsonToken.NOT_AVAILABLE;
  }

  /** Notes the target, which is the current value and was read to its end. */
  void noteTarget(int valueStart) throws IOException {
    LineParser parser = line.parser();
    token = parser.currentToken();
    start = valueStart;
    end = parser.valueEnd();
    escaped = token == JsonToken.VALUE_STRING && line.hasEscapes() ? parser.getText() : "";
  }

  /** Checks the target, once the whole line was read. */
  void check() {
    findings.keepOnlyJson();
    if (token == JsonToken.NOT_AVAILABLE || token == JsonToken.VALUE_NULL) {
      String hint = "name the id of the record to delete";
      findings.add(RuleIds.REQUIRED, Severity.ERROR, POINTER, "a value", "", hint);
    } else if (token != JsonToken.VALUE_STRING) {
      add(RuleIds.TYPE, "a string");
    } else if (end - start == 2) {
      add(RuleIds.MIN_LENGTH, "at least 1 character");
    } else {
      texts.checkText(escaped, POINTER, start, end);
    }
  }

  private void add(String rule, String expected) {
    findings.add(rule, Severity.ERROR, POINTER, expected, findings.snippet(start, end), "");
  }

  void writeTo(RecordBatchBuilder into) {
    identity.own(into, start, end, escaped);
    into.deletion();
  }
}
