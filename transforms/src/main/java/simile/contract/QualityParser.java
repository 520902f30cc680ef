package simile.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import simile.contract.check.CrossRule;
import simile.contract.expression.Expression;
import simile.contract.expression.ExpressionException;
import simile.contract.field.Field;
import simile.contract.field.LogicalType;
import simile.contract.field.Values;
import simile.contract.rule.RecordRule;
import simile.contract.rule.RuleIds;
import simile.contract.rule.Severity;
import simile.contract.yaml.YamlMap;

/** Reads {@code quality}: enumerations of fields, and rules across fields. */
final class QualityParser {
  private static final String SEVERITY = "severity";
  private static final String IMPLEMENTATION = "implementation";
  private static final String METRIC = "metric";
  private static final Set<String> TYPES = Set.of("text", "library", "sql", "custom");

  private final Map<String, RecordRule> plugins;
  private final List<String> ignored;

  /**
   * @param plugins rules in Java, by name
   * @param ignored gets what the contract asks for and records cannot be checked for one by one
   */
  QualityParser(Map<String, RecordRule> plugins, List<String> ignored) {
    this.plugins = plugins;
    this.ignored = ignored;
  }

  /** The values that a property may have, if its quality says so. */
  Optional<Values> values(YamlMap property, LogicalType type) {
    Optional<Values> values = Optional.empty();
    for (YamlMap quality : property.maps("quality")) {
      checkKeys(quality);
      if (quality.text(METRIC).orElse("").equals("invalidValues")) {
        values = Optional.of(invalidValues(quality, type));
      } else {
        ignored.add(label(quality) + " of " + property.text("name").orElse("items"));
      }
    }
    return values;
  }

  private Values invalidValues(YamlMap quality, LogicalType type) {
    Optional<YamlMap> arguments = quality.map("arguments");
    List<String> allowed = arguments.map(a -> a.texts("validValues")).orElse(List.of());
    if (allowed.isEmpty()) {
      quality
          .problems()
          .add(
              quality.at("arguments"),
              "invalidValues without values",
              "arguments.validValues, a list of texts",
              "for a pattern use logicalTypeOptions.pattern");
    }
    if (type != LogicalType.STRING) {
      quality
          .problems()
          .add(
              quality.at(METRIC),
              "invalidValues of a " + type.label(),
              "a string",
              "use minimum and maximum");
    }
    if (quality.number("mustBe").orElse(0.0) != 0) {
      quality.wrong("mustBe", "0: each record is judged by itself");
    }
    return new Values(new LinkedHashSet<>(allowed), severity(quality));
  }

  /** The rules across fields of an object. */
  List<CrossRule> rules(YamlMap object, List<Field> fields) {
    List<CrossRule> rules = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (YamlMap quality : object.maps("quality")) {
      checkKeys(quality);
      String engine = quality.text("engine").orElse("");
      if (!engine.equals("cel") && !engine.equals("java")) {
        ignored.add(label(quality));
        continue;
      }
      String name = ruleName(quality);
      if (!names.add(name)) {
        quality.problems().add(quality.at("name"), "two rules are named '" + name + "'", "", "");
      }
      body(quality, engine, fields).ifPresent(body -> rules.add(rule(quality, name, body)));
    }
    return rules;
  }

  private static String ruleName(YamlMap quality) {
    String name = quality.require("name", "a rule across fields");
    if (RuleIds.isReserved(name)) {
      quality.wrong("name", "a name that does not begin as a built-in rule's does");
    }
    return name;
  }

  private CrossRule rule(YamlMap quality, String name, CrossRule.Body body) {
    String expected = quality.text("description").orElse(expected(quality, body));
    return new CrossRule(name, severity(quality), expected, body);
  }

  private static String expected(YamlMap quality, CrossRule.Body body) {
    return body instanceof CrossRule.Plugin plugin
        ? plugin.rule().expected()
        : quality.text(IMPLEMENTATION).orElse("");
  }

  private Optional<CrossRule.Body> body(YamlMap quality, String engine, List<Field> fields) {
    String implementation = quality.require(IMPLEMENTATION, "a rule across fields");
    if (implementation.isEmpty()) {
      return Optional.empty();
    }
    return engine.equals("cel")
        ? cel(quality, implementation, fields)
        : plugin(quality, implementation, fields);
  }

  private static Optional<CrossRule.Body> cel(YamlMap quality, String text, List<Field> fields) {
    try {
      return Optional.of(new CrossRule.Cel(Expression.compile(text, fields)));
    } catch (ExpressionException e) {
      quality
          .problems()
          .add(
              quality.at(IMPLEMENTATION),
              "the expression is wrong: " + e.getMessage(),
              "CEL over the contract's fields that yields true or false",
              "");
      return Optional.empty();
    }
  }

  private Optional<CrossRule.Body> plugin(YamlMap quality, String name, List<Field> fields) {
    RecordRule rule = plugins.get(name);
    if (rule == null) {
      quality
          .problems()
          .add(
              quality.at(IMPLEMENTATION),
              "no rule named '" + name + "' is on the class path",
              "the name of a " + RecordRule.class.getName(),
              "list the class in META-INF/services");
      return Optional.empty();
    }
    List<String> known = fields.stream().map(Field::name).toList();
    for (String field : rule.fields()) {
      if (!known.contains(field)) {
        String what = "the rule '" + name + "' needs the field '" + field + "'";
        quality.problems().add(quality.at(IMPLEMENTATION), what, "a property of that name", "");
        return Optional.empty();
      }
    }
    return Optional.of(new CrossRule.Plugin(rule));
  }

  private static void checkKeys(YamlMap quality) {
    quality.allowOnly(OdcsKeys.QUALITY, "quality");
    Optional<String> type = quality.text("type");
    if (type.isPresent() && !TYPES.contains(type.get())) {
      quality.wrong("type", "one of " + String.join(", ", new TreeSet<>(TYPES)));
    }
  }

  private static Severity severity(YamlMap quality) {
    Optional<String> label = quality.text(SEVERITY);
    Optional<Severity> severity = label.flatMap(SeverityParser::parse);
    if (label.isPresent() && severity.isEmpty()) {
      quality.wrong(SEVERITY, SeverityParser.EXPECTED);
    }
    return severity.orElse(Severity.ERROR);
  }

  private static String label(YamlMap quality) {
    return quality
        .text("name")
        .or(() -> quality.text("id"))
        .or(() -> quality.text(METRIC))
        .or(() -> quality.text("type"))
        .orElse("a quality rule");
  }
}
