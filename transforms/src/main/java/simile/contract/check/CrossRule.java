package simile.contract.check;

import java.util.Optional;
import java.util.Set;
import simile.contract.expression.Comparison;
import simile.contract.expression.Expression;
import simile.contract.rule.RecordFields;
import simile.contract.rule.RecordRule;
import simile.contract.rule.Severity;

/**
 * A rule across fields.
 *
 * @param name the rule's id in violations
 * @param expected what it wants, for people
 */
public record CrossRule(String name, Severity severity, String expected, Body body) {

  /** How the rule is written. */
  public sealed interface Body {
    /** The fields without which the rule does not run. */
    Set<String> needed();

    /** All fields that the rule looks at; one of a wrong type keeps it from running. */
    Set<String> named();

    /** A form that needs no decoded values, where there is one. */
    Optional<Comparison> comparison();

    boolean holds(RecordFields fields);
  }

  /** An expression in CEL. */
  public record Cel(Expression expression) implements Body {
    @Override
    public Set<String> needed() {
      return expression.needed();
    }

    @Override
    public Set<String> named() {
      return expression.named();
    }

    @Override
    public Optional<Comparison> comparison() {
      return expression.comparison();
    }

    @Override
    public boolean holds(RecordFields fields) {
      return expression.holds(fields);
    }
  }

  /** A class found by {@link java.util.ServiceLoader}. */
  public record Plugin(RecordRule rule) implements Body {
    @Override
    public Set<String> needed() {
      return Set.copyOf(rule.fields());
    }

    @Override
    public Set<String> named() {
      return needed();
    }

    @Override
    public Optional<Comparison> comparison() {
      return Optional.empty();
    }

    @Override
    public boolean holds(RecordFields fields) {
      return rule.holds(fields);
    }
  }
}
