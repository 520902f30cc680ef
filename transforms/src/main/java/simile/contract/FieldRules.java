package simile.contract;

import java.util.ArrayList;
import java.util.List;
import simile.contract.field.Field;
import simile.contract.field.Limits;
import simile.contract.field.Trait;
import simile.contract.rule.Severity;
import simile.record.Timestamps;

/** A field's rules in words. */
final class FieldRules {
  private FieldRules() {}

  /** The type in words: "array of string". */
  static String type(Field field) {
    if (field.is(Trait.FREE)) {
      return "any JSON";
    }
    if (field.is(Trait.NAMES)) {
      return "object of names";
    }
    return field.type().label() + field.items().map(items -> " of " + type(items)).orElse("");
  }

  /** Each rule in words: "required", "at least 0", "one of a, b". */
  static List<String> of(Field field) {
    List<String> rules = new ArrayList<>();
    add(rules, field.is(Trait.REQUIRED), "required");
    add(rules, field.is(Trait.PARTITION), "partition key");
    add(rules, field.is(Trait.STAMPED), "the time of submission when absent");
    List<String> limits = limits(field.limits());
    String mark = field.severity() == Severity.WARNING ? " (warning)" : "";
    limits.forEach(limit -> rules.add(limit + mark));
    field
        .values()
        .ifPresent(
            v -> rules.add(v.phrase() + (v.severity() == Severity.WARNING ? " (warning)" : "")));
    field.items().ifPresent(items -> of(items).forEach(rule -> rules.add("items: " + rule)));
    return rules;
  }

  private static List<String> limits(Limits limits) {
    List<String> words = new ArrayList<>();
    if (limits instanceof Limits.Text text) {
      add(words, text.minLength() > 0, "length at least " + text.minLength());
      add(words, text.maxLength() < Integer.MAX_VALUE, "length at most " + text.maxLength());
      text.pattern().ifPresent(pattern -> words.add("matches " + pattern.pattern()));
      text.format().ifPresent(format -> words.add("format " + format.label()));
    } else if (limits instanceof Limits.Range range) {
      String low = range.exclusiveMinimum() ? "greater than " : "at least ";
      String high = range.exclusiveMaximum() ? "less than " : "at most ";
      add(words, Double.isFinite(range.minimum()), low + Limits.shown(range.minimum()));
      add(words, Double.isFinite(range.maximum()), high + Limits.shown(range.maximum()));
      add(words, range.multipleOf() > 0, "a multiple of " + Limits.shown(range.multipleOf()));
    } else if (limits instanceof Limits.Period period) {
      period(words, period);
    } else if (limits instanceof Limits.Items items) {
      count(words, items.minimum(), items.maximum(), " items");
      add(words, items.unique(), "items differ");
    } else if (limits instanceof Limits.Members members) {
      count(words, members.minimum(), members.maximum(), " members");
      add(words, !members.required().isEmpty(), "has " + String.join(", ", members.required()));
    }
    return words;
  }

  private static void period(List<String> words, Limits.Period period) {
    if (period.minimum() != Long.MIN_VALUE) {
      words.add("not before " + Timestamps.format(period.minimum()));
    }
    if (period.maximum() != Long.MAX_VALUE) {
      words.add("not after " + Timestamps.format(period.maximum()));
    }
  }

  private static void count(List<String> words, int min, int max, String what) {
    add(words, min > 0, "at least " + min + what);
    add(words, max < Integer.MAX_VALUE, "at most " + max + what);
  }

  private static void add(List<String> words, boolean holds, String word) {
    if (holds) {
      words.add(word);
    }
  }
}
