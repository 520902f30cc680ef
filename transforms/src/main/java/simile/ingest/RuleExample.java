package simile.ingest;

import java.io.Serializable;
import simile.contract.rule.Violation;

/**
 * The first record of a split that broke a rule, for people.
 *
 * @param rule the rule
 * @param file the input
 * @param line the line, from 1; before the commit, counted from the start of the split's piece
 * @param pointer the field
 * @param actual what was there
 */
public record RuleExample(String rule, String file, long line, String pointer, String actual)
    implements Serializable {

  static RuleExample of(Violation violation, String file, long line) {
    return new RuleExample(violation.rule(), file, line, violation.pointer(), violation.actual());
  }

  RuleExample plusLines(long lines) {
    return new RuleExample(rule, file, line + lines, pointer, actual);
  }
}
