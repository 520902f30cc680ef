package simile.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.contract.yaml.Problem;

final class ContractParserTest {
  static final String GOOD =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: test
      version: 1.2.0
      status: active
      schema:
        - name: things
          logicalType: object
          properties:
            - name: id
              logicalType: string
            - name: size
              logicalType: number
              logicalTypeOptions:
                minimum: 1
                maximum: 9
            - name: kind
              logicalType: string
              partitioned: true
          quality:
            - name: small
              type: custom
              engine: cel
              severity: warning
              implementation: size < 5.0
      """;

  @Test
  void aGoodContractIsRead() throws ContractException {
    Contract contract = parse(GOOD);
    assertThat(contract.name(), is("things"));
    assertThat(contract.version(), is("1.2.0"));
    assertThat(contract.schema().partitionBy().orElseThrow(), is("kind"));
  }

  @Test
  void howRecordsAreMergedIsRead() throws ContractException {
    Contract contract = parse(merging("fields", "array", "union"));
    assertThat(contract.mergesFields(), is(true));
    assertThat(contract.unitedFields(), is(java.util.Set.of("kind")));
    assertThat(parse(GOOD).mergesFields(), is(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "records|array|union|'value' is 'records'; expected fields",
        "fields|string|union|'value' is 'union'; expected union, on an array or object",
        "fields|array|newest|'value' is 'newest'; expected union, on an array or object",
      })
  void anotherWayToMergeIsAProblem(String object, String type, String field, String problem) {
    ContractException refused =
        assertThrows(ContractException.class, () -> parse(merging(object, type, field)));
    assertThat(refused.getMessage(), containsString(problem));
  }

  @Test
  void aUnionWithoutFieldsIsAProblem() {
    String yaml = merging("fields", "array", "union").replace("value: fields", "value: none");
    yaml = yaml.replace("simile.merge, value: none", "other, value: none");
    String wrong = yaml;
    ContractException refused = assertThrows(ContractException.class, () -> parse(wrong));
    assertThat(refused.getMessage(), containsString("'simile.merge' fields on the object"));
  }

  private static String merging(String object, String type, String field) {
    String custom = "customProperties: [{property: simile.merge, value: %s}]\n";
    return GOOD.replace(
            "    logicalType: object\n", "    logicalType: object\n    " + custom.formatted(object))
        .replace(
            "        logicalType: string\n        partitioned: true\n",
            "        logicalType: " + type + "\n        " + custom.formatted(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: v3.1.0|apiVersion: v2.2.0|1:13: 'apiVersion' is 'v2.2.0'",
        "kind: DataContract|kind: Contract|2:7: 'kind' is 'Contract'",
        "id: test|ids: test|3:1: unknown key 'ids' in the contract",
        "logicalType: number|logicalType: float|13:22: 'logicalType' is 'float'",
        "minimum: 1|minimun: 1|15:11: unknown key 'minimun'",
        "minimum: 1|minimum: 10|15:20: 'minimum' is '10'",
        "minimum: 1|minLength: 1|15:11: unknown key 'minLength'",
        "minimum: 1|minimum: one|15:20: 'minimum' is 'one'",
        "name: size|name: kind|17:15: two properties are named 'kind'",
        "name: size|name: Id|12:15: 'Id' and 'id' differ in case only",
        "name: size|name: target_id|12:15: 'target_id' is the field by which",
        "name: size|name: _Extra|12:15: '_Extra' is the column of what the contract does not know; expected another name; rename the field",
        "partitioned: true|partitioned: maybe|19:22: 'partitioned' is 'maybe'",
        "severity: warning|severity: fatal|24:19: 'severity' is 'fatal'",
        "size < 5.0|size <|25:25: the expression is wrong: at 1:7",
        "size < 5.0|size + 5.0|25:25: the expression is wrong",
        "size < 5.0|sizes < 5.0|25:25: the expression is wrong: at 1:1: undeclared reference to 'sizes'",
        "size < 5.0|1 < 5|25:25: the expression is wrong: it names no field",
        "engine: cel|engine: java|25:25: no rule named 'size < 5.0'",
        "name: small|name: field.small|21:15: 'name' is 'field.small'",
        "name: things|name: Things|7:11: 'name' is 'Things'",
        "status: active|status: [|",
        "status: active|status: &a x|",
      })
  void eachMistakeIsNamedWithItsPlace(String from, String to, String problem) {
    String yaml = GOOD.replace(from, to);
    if (problem == null) {
      // Only that nothing but a contract or a ContractException comes out.
      assertThat(GOOD.equals(yaml), is(false));
      return;
    }
    ContractException e = assertThrows(ContractException.class, () -> parse(yaml));
    assertThat(
        e.problems().stream().map(Problem::toString).toList(),
        hasItem(startsWith("t.yaml:" + problem)));
  }

  @Test
  void aSecondPartitionKeyIsRefused() {
    String yaml = GOOD.replace("maximum: 9", "maximum: 9\n        partitioned: true");
    ContractException e = assertThrows(ContractException.class, () -> parse(yaml));
    assertThat(e.getMessage(), containsString("a second partition key"));
    assertThat(e.getMessage(), containsString("a partition key that is no string"));
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    String yaml = GOOD.replace("v3.1.0", "v1").replace("number", "float").replace("warning", "bad");
    ContractException e = assertThrows(ContractException.class, () -> parse(yaml));
    assertThat(e.problems().size(), greaterThan(2));
  }

  @Test
  void otherFilesAreRefused() {
    for (String yaml :
        new String[] {
          "", "- 1", "a: &x [1]\nb: *x", "a: [", "\u0007", "x: ".repeat(99), GOOD + "..\n---\na"
        }) {
      assertThrows(ContractException.class, () -> parse(yaml), yaml);
    }
    assertThrows(ContractException.class, () -> ContractParser.parse("t", new byte[] {-1, 'a'}));
  }

  @Test
  void patternsThatCouldRunForeverAreRefused() {
    String yaml =
        GOOD.replace("partitioned: true", "logicalTypeOptions:\n          pattern: '(a+)+\\1'");
    ContractException e = assertThrows(ContractException.class, () -> parse(yaml));
    assertThat(e.getMessage(), containsString("t.yaml:20:20: the pattern does not compile"));
  }

  @Test
  void everyMutilationIsReadOrRefused() {
    java.util.Random random = new java.util.Random(5);
    byte[] good = GOOD.getBytes(UTF_8);
    for (int i = 0; i < 1_000; i++) {
      byte[] yaml = good.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        yaml[random.nextInt(yaml.length)] = (byte) random.nextInt(128);
      }
      try {
        ContractParser.parse("t.yaml", yaml);
      } catch (ContractException e) {
        assertThat(e.problems().size(), greaterThan(0));
      }
    }
  }

  static Contract parse(String yaml) throws ContractException {
    return ContractParser.parse("t.yaml", yaml.getBytes(UTF_8));
  }
}
