package simile.contract.check;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import simile.contract.json.LineParser;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;

/** Passes over values whose inside no contract describes, with an eye on duplicate keys. */
final class Skimmer {
  private final Line line;
  private final Path path;
  private final KeyScopes keys;
  private final Findings findings;
  private final Texts texts;

  Skimmer(Line line, Path path, KeyScopes keys, Findings findings, Texts texts) {
    this.line = line;
    this.path = path;
    this.keys = keys;
    this.findings = findings;
    this.texts = texts;
  }

  /** Reads the current value, whatever it is, to its end, where the parser stays. */
  void skip() throws IOException {
    line.parser().skipChildren();
    if (line.parser().currentToken() == JsonToken.VALUE_STRING) {
      line.finishString();
    }
  }

  /** As {@link #skip}, and reports duplicate keys; with {@code checkText} also bad text. */
  void skim(boolean checkText) throws IOException {
    LineParser parser = line.parser();
    switch (parser.currentToken()) {
      case START_OBJECT -> skimObject(parser, checkText);
      case START_ARRAY -> skimArray(parser, checkText);
      case VALUE_STRING -> {
        int start = parser.valueStart();
        int end = line.finishString();
        if (checkText) {
          texts.checkValue(start, end);
        }
      }
      default -> {}
    }
  }

  // The depth is bounded by the parser.
  private void skimObject(LineParser parser, boolean checkText) throws IOException {
    keys.enter();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      path.push(name);
      noteKey(name);
      if (checkText) {
        texts.checkName(name);
      }
      parser.nextToken();
      skim(checkText);
      path.pop();
    }
    keys.leave();
  }

  private void skimArray(LineParser parser, boolean checkText) throws IOException {
    path.pushIndex();
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      path.at(index++);
      skim(checkText);
    }
    path.pop();
  }

  void enter() {
    keys.enter();
  }

  void leave() {
    keys.leave();
  }

  /** Reports the key if the innermost object has it already. The path ends in it. */
  boolean noteKey(String name) {
    boolean fresh = keys.add(name);
    if (!fresh) {
      reportDuplicate();
    }
    return fresh;
  }

  void reportDuplicate() {
    int start = line.parser().nameStart();
    findings.add(
        RuleIds.DUPLICATE_KEY,
        Severity.ERROR,
        "each key once",
        start,
        line.parser().position(),
        "keep one of the members that have this key");
  }
}
