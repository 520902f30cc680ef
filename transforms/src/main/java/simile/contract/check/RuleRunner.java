package simile.contract.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import simile.contract.expression.Comparison;
import simile.contract.rule.Severity;
import simile.record.Schema;

/** Runs the rules across fields on a line whose columns were read. */
final class RuleRunner {

  /** A rule with its fields as column numbers. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bound(
      CrossRule rule,
      int[] needed,
      int[] named,
      Optional<Comparison> comparison,
      int left,
      int right) {}

  private final List<Bound> rules;
  private final Row row;
  private final RowFields fields;
  private final Findings findings;

  RuleRunner(List<CrossRule> rules, Schema schema, Row row, RowFields fields, Findings findings) {
    this.rules = rules.stream().map(rule -> bind(rule, schema)).toList();
    this.row = row;
    this.fields = fields;
    this.findings = findings;
  }

  private static Bound bind(CrossRule rule, Schema schema) {
    Optional<Comparison> comparison = rule.body().comparison();
    return new Bound(
        rule,
        columns(rule.body().needed(), schema),
        columns(rule.body().named(), schema),
        comparison,
        comparison.map(c -> schema.indexOf(c.left())).orElse(-1),
        comparison.map(c -> schema.indexOf(c.right())).orElse(-1));
  }

  private static int[] columns(Collection<String> names, Schema schema) {
    return names.stream().mapToInt(schema::indexOf).toArray();
  }

  void run() {
    for (int i = 0; i < rules.size(); i++) {
      Bound bound = rules.get(i);
      if (canRun(bound)) {
        run(bound);
      }
    }
  }

  private boolean canRun(Bound bound) {
    for (int column : bound.needed()) {
      if (!row.isGood(column)) {
        return false;
      }
    }
    for (int column : bound.named()) {
      if (row.state(column) == Row.BAD) {
        return false;
      }
    }
    return true;
  }

  private void run(Bound bound) {
    if (bound.comparison().isPresent()) {
      long left = row.scalar(bound.left());
      if (!bound.comparison().get().holds(left, row.scalar(bound.right()))) {
        report(bound, "");
      }
      return;
    }
    try {
      if (!bound.rule().body().holds(fields)) {
        report(bound, "");
      }
    } catch (RuntimeException e) {
      // The rule could not be decided, and a record that cannot be judged is not a good one.
      report(bound, "the rule failed: " + e.getMessage());
    }
  }

  private void report(Bound bound, String hint) {
    CrossRule rule = bound.rule();
    Severity severity = rule.severity();
    StringBuilder actual = new StringBuilder();
    for (String name : new TreeSet<>(rule.body().named())) {
      int column = fields.column(name);
      if (row.isGood(column)) {
        actual.append(actual.isEmpty() ? "" : ", ").append(name).append(" = ");
        actual.append(findings.snippet(row.start(column), row.end(column)));
      }
    }
    findings.add(rule.name(), severity, "", rule.expected(), actual.toString(), hint);
  }
}
