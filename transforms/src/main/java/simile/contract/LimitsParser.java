package simile.contract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simile.contract.field.Limits;
import simile.contract.field.LogicalType;
import simile.contract.field.TextFormat;
import simile.contract.yaml.YamlMap;
import simile.record.Timestamps;

/** Reads {@code logicalTypeOptions}. */
final class LimitsParser {
  private static final String KEY = "logicalTypeOptions";

  private LimitsParser() {}

  static Limits parse(YamlMap property, LogicalType type) {
    Optional<YamlMap> options = property.map(KEY);
    if (options.isEmpty()) {
      return new Limits.None();
    }
    YamlMap given = options.get();
    given.allowOnly(allowed(type), KEY + " of a " + type.label());
    return switch (type) {
      case STRING -> text(given);
      case NUMBER, INTEGER -> range(given);
      case TIMESTAMP -> period(given);
      case ARRAY -> items(given);
      case OBJECT -> members(given);
      case BOOLEAN, DATE, TIME -> new Limits.None();
    };
  }

  private static Set<String> allowed(LogicalType type) {
    return switch (type) {
      case STRING -> Set.of("minLength", "maxLength", "pattern", "format");
      case NUMBER, INTEGER ->
          Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
      case TIMESTAMP -> Set.of("minimum", "maximum");
      case ARRAY -> Set.of("minItems", "maxItems", "uniqueItems");
      case OBJECT -> Set.of("minProperties", "maxProperties", "required");
      case BOOLEAN, DATE, TIME -> Set.of();
    };
  }

  private static Limits text(YamlMap options) {
    int min = options.integer("minLength", 0).orElse(0);
    int max = options.integer("maxLength", 0).orElse(Integer.MAX_VALUE);
    ordered(options, min, max, "minLength", "maxLength");
    return new Limits.Text(min, max, pattern(options, "pattern"), format(options));
  }

  /** A pattern of RE2, which runs in linear time whatever the input. */
  static Optional<Pattern> pattern(YamlMap options, String key) {
    try {
      return options.text(key).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      options
          .problems()
          .add(
              options.at(key),
              "the pattern does not compile: " + e.getMessage(),
              "a regular expression of RE2",
              "look-around and back references are not supported");
      return Optional.empty();
    }
  }

  private static Optional<TextFormat> format(YamlMap options) {
    Optional<String> label = options.text("format");
    Optional<TextFormat> format = label.flatMap(TextFormat::of);
    if (label.isPresent() && format.isEmpty()) {
      String known =
          Arrays.stream(TextFormat.values())
              .map(TextFormat::label)
              .collect(Collectors.joining(", "));
      options.wrong("format", "one of " + known);
    }
    return format;
  }

  private static Limits range(YamlMap options) {
    Optional<Double> min = options.number("minimum");
    Optional<Double> above = options.number("exclusiveMinimum");
    Optional<Double> max = options.number("maximum");
    Optional<Double> below = options.number("exclusiveMaximum");
    onlyOne(options, min, above, "minimum", "exclusiveMinimum");
    onlyOne(options, max, below, "maximum", "exclusiveMaximum");
    double low = min.or(() -> above).orElse(Double.NEGATIVE_INFINITY);
    double high = max.or(() -> below).orElse(Double.POSITIVE_INFINITY);
    ordered(
        options,
        low,
        high,
        min.isPresent() ? "minimum" : "exclusiveMinimum",
        max.isPresent() ? "maximum" : "exclusiveMaximum");
    double multiple = options.number("multipleOf").orElse(0.0);
    if (options.has("multipleOf") && multiple <= 0) {
      options.wrong("multipleOf", "a number above 0");
    }
    return new Limits.Range(low, above.isPresent(), high, below.isPresent(), multiple);
  }

  private static Limits period(YamlMap options) {
    long min = instant(options, "minimum", Long.MIN_VALUE);
    long max = instant(options, "maximum", Long.MAX_VALUE);
    if (min > max) {
      options.wrong("minimum", "a time that is not after 'maximum'");
    }
    return new Limits.Period(min, max);
  }

  private static long instant(YamlMap options, String key, long none) {
    Optional<String> text = options.text(key);
    if (text.isEmpty()) {
      return none;
    }
    long micros = Timestamps.parse(text.get());
    if (micros == Timestamps.INVALID) {
      options.wrong(key, "a date-time such as 2024-05-01T10:00:00Z");
      return none;
    }
    return micros;
  }

  private static Limits items(YamlMap options) {
    int min = options.integer("minItems", 0).orElse(0);
    int max = options.integer("maxItems", 0).orElse(Integer.MAX_VALUE);
    ordered(options, min, max, "minItems", "maxItems");
    return new Limits.Items(min, max, options.flag("uniqueItems"));
  }

  private static Limits members(YamlMap options) {
    int min = options.integer("minProperties", 0).orElse(0);
    int max = options.integer("maxProperties", 0).orElse(Integer.MAX_VALUE);
    ordered(options, min, max, "minProperties", "maxProperties");
    return new Limits.Members(min, max, options.texts("required"));
  }

  private static void ordered(YamlMap options, double low, double high, String min, String max) {
    if (low > high) {
      options.wrong(min, "no more than '" + max + "', which is " + options.text(max).orElse(""));
    }
  }

  private static void onlyOne(
      YamlMap options, Optional<Double> a, Optional<Double> b, String first, String second) {
    if (a.isPresent() && b.isPresent()) {
      options
          .problems()
          .add(options.at(second), "both '" + first + "' and '" + second + "'", "one of them", "");
    }
  }
}
