package simile.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.contract.check.CheckerOptions;

/** Each logical type and each of its options. */
final class FieldLimitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "integer|{}|5|",
        "integer|{}|5.0|",
        "integer|{}|5.5|field.type",
        "integer|{}|9223372036854775807|",
        "integer|{}|9223372036854775808|field.maximum",
        "integer|{}|-1e300|field.type",
        "integer|{multipleOf: 5}|7|field.format",
        "integer|{exclusiveMinimum: 0}|0|field.minimum",
        "number|{exclusiveMaximum: 1}|1|field.maximum",
        "number|{multipleOf: 0.1}|0.3|",
        "number|{}|1e999|json.limit",
        "number|{maximum: 3}|1e999|field.maximum",
        "boolean|{}|true|",
        "boolean|{}|1|field.type",
        "date|{}|~2024-02-30~|field.format",
        "date|{}|~2024-02-29~|",
        "time|{}|~25:00~|field.format",
        "time|{}|~10:00~|",
        "timestamp|{minimum: '2024-01-01T00:00:00Z'}|~2023-12-31T23:59:59Z~|field.minimum",
        "string|{minLength: 3}|~éé~|field.min-length",
        "string|{maxLength: 2}|~😀😀~|",
        "string|{maxLength: 2}|~abc~|field.max-length",
        "string|{pattern: '^a+$'}|~aab~|field.pattern",
        "string|{pattern: '^a+$'}|~\\u0061a~|",
        "string|{format: uuid}|~x~|field.format",
        "string|{format: email}|~a@b.c~|",
        "string|{format: ipv4}|~1.2.3.4~|",
        "string|{format: ipv4}|~1.2.3.256~|field.format",
        "array|{minItems: 1}|[]|field.min-length",
        "array|{maxItems: 1}|[1,2]|field.max-length",
        "array|{uniqueItems: true}|[1,[2],[2]]|field.values",
        "object|{minProperties: 1}|{}|field.min-length",
        "object|{required: [a]}|{~a~:null}|field.required",
        "object|{required: [a]}|{~a~:1}|",
      })
  void limitsAreKept(String type, String options, String value, String expected)
      throws ContractException {
    String field =
        "name: f\n        logicalType: " + type + "\n        logicalTypeOptions: " + options;
    String yaml =
        ContractParserTest.GOOD.replace(
            "name: kind\n        logicalType: string",
            "name: kind\n        logicalType: string\n      - " + field);
    // The partition flag of the template must stay with its own field.
    yaml = yaml.replace("        partitioned: true\n", "");
    Lines lines = new Lines(ContractParserTest.parse(yaml), CheckerOptions.DEFAULTS);
    lines.check("{\"f\":" + value.replace('~', '"') + "}");
    String broken = lines.violations().isEmpty() ? "" : lines.violations().get(0).rule();
    assertThat(type + options + value, broken, is(expected == null ? "" : expected));
  }

  @org.junit.jupiter.api.Test
  void warningsAreReportedAndTheRecordIsKept() throws ContractException {
    Lines lines =
        new Lines(ContractParserTest.parse(ContractParserTest.GOOD), CheckerOptions.DEFAULTS);
    lines.check("{\"size\":7}");
    assertThat(lines.broken(), is(java.util.List.of("small")));
    assertThat(lines.accepted(), is(true));
  }
}
