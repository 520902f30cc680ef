package simile.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.contract.check.CheckerOptions;
import simile.record.RecordBatch;

final class RecordCheckerTest {
  private static final String BODY =
      "\"source_domain\":\"s\",\"target_domain\":\"t\",\"quality_score\":0.5";

  private final Lines lines = Lines.analogies();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{BODY,\"id\":\"\"}|field.min-length /id",
        "{BODY,\"id\":null}|field.type /id",
        "{BODY,\"id\":[1]}|field.type /id",
        "{BODY,\"type\":\"other\"}|field.values /type",
        "{BODY,\"tags\":[\"a\",1]}|field.type /tags/1",
        "{BODY,\"concept_mappings\":{\"a/b~\":1}}|field.type /concept_mappings/a~1b~0",
        "{BODY,\"concept_mappings\":{\"a\":[\"x\",2]}}|field.type /concept_mappings/a/1",
        "{BODY,\"concept_mappings\":{\"a\":\"x\",\"a\":\"y\"}}|json.duplicate-key /concept_mappings/a",
        "{BODY,\"x\":{\"a\":[{\"b\":1,\"b\":2}]}}|json.duplicate-key /x/a/0/b",
        "{BODY,\"x\":1,\"x\":2}|json.duplicate-key /x",
        "{BODY,\"qu\\u0061lity_score\":0.5}|json.duplicate-key /quality_score",
        "{BODY,\"workflow_id\":\"a\\u0000\"}|text.nul /workflow_id",
        "{BODY,\"tags\":[\"\\ud800\"]}|text.lone-surrogate /tags/0",
        "{BODY,\"concept_mappings\":{\"\\udc00\":\"x\"}}|text.lone-surrogate /concept_mappings/\udc00",
        "{BODY,\"created_at\":\"2024-05-01\"}|field.format /created_at",
        "{BODY,\"embedding\":[1,2]}|embedding.dimension /embedding",
        "{BODY,\"embedding\":[1,2,1e40]}|embedding.not-finite /embedding/2",
        "{BODY,\"embedding\":[1,2,null]}|field.type /embedding/2",
        "{BODY,\"embedding\":3}|field.type /embedding",
        "{BODY} {}|json.trailing-text",
        "{BODY}}|json.trailing-text",
        "{BODY|json.syntax",
        "[{BODY}]|json.not-object",
        "7|json.not-object",
        "\\xff|json.syntax",
      })
  void eachRuleIsReportedWithItsPlace(String line, String expected) {
    lines.check(line.replace("BODY", BODY));
    assertThat(line, lines.broken(), contains(expected));
    assertThat(lines.accepted(), is(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{BODY}",
        " { BODY } \t",
        "{BODY,\"id\":\"\\ud83d\\ude00\"}",
        "{BODY,\"metadata\":{\"a\":1,\"a\":2,\"s\":\"\\u0000\\ud800\"}}",
        "{BODY,\"metadata\":\"any\"}",
        "{BODY,\"x\":\"\\u0000\"}",
        "{BODY,\"x\":{\"\\ud800\":\"\\udc00\"}}",
        "{BODY,\"type\":null,\"tags\":null,\"created_at\":null,\"embedding\":null}",
        "{BODY,\"concept_mappings\":{\"a\":[],\"b\":[\"c\"]}}",
        "{\"type\":\"deletion\",\"target_id\":\"x\",\"quality_score\":7}",
        "{\"target_id\":\"x\",\"id\":5,\"type\":\"deletion\"}",
        "{BODY,\"target_id\":5}",
      })
  void whatIsAllowedIsAccepted(String line) {
    lines.check(line.replace("BODY", BODY));
    assertThat(line, lines.broken(), is(empty()));
  }

  @Test
  void everyRuleIsReportedAfterTheFirst() {
    lines.check(
        "{\"id\":7,\"source_domain\":\"\",\"quality_score\":2,\"tags\":{},\"created_at\":\"x\"}");
    assertThat(
        lines.broken(),
        containsInAnyOrder(
            "field.type /id",
            "field.min-length /source_domain",
            "field.required /target_domain",
            "field.maximum /quality_score",
            "field.type /tags",
            "field.format /created_at"));
  }

  @Test
  void depthAndLongNumbersAreLimits() {
    lines.check("{" + BODY + ",\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
    assertThat(lines.broken(), contains("json.depth"));
    lines.check("{" + BODY + ",\"x\":" + "[".repeat(999) + "]".repeat(999) + "}");
    assertThat(lines.broken(), is(empty()));
    lines.check("{" + BODY + ",\"x\":" + "1".repeat(1001) + "}");
    assertThat(lines.broken(), contains("json.limit"));
  }

  @Test
  void rulesAcrossFieldsRunOnlyOnGoodFields() {
    String early = ",\"created_at\":\"2024-01-02T00:00:00Z\",\"updated_at\":";
    lines.check("{" + BODY + early + "\"2024-01-01T00:00:00Z\"}");
    assertThat(lines.broken(), contains("updated-not-before-created"));
    assertThat(lines.violations().get(0).actual(), containsString("2024-01-01T00:00:00Z"));
    lines.check("{" + BODY + early + "\"2024-01-01\"}");
    assertThat(lines.broken(), contains("field.format /updated_at"));
    lines.check("{" + BODY + ",\"updated_at\":\"2024-01-01T00:00:00Z\"}");
    assertThat(lines.broken(), is(empty()));
  }

  @Test
  void derivedIdsDependOnTheBytesAlone() {
    RecordBatch plain = lines.check("{" + BODY + "}");
    RecordBatch spaced = lines.check("  {" + BODY + "}\t");
    RecordBatch other = lines.check("{ " + BODY + "}");
    assertThat(plain.hasDerivedId(0), is(true));
    assertThat(plain.id(0).matches("sha256-[0-9a-f]{32}"), is(true));
    assertThat(spaced.id(0), is(plain.id(0)));
    assertThat(other.id(0), is(not(plain.id(0))));
  }

  @Test
  void aDeletionHasItsTargetAsId() {
    RecordBatch batch = lines.check("{\"target_id\":\"a\\u00e9\",\"type\":\"deletion\"}");
    assertThat(batch.isDeletion(0), is(true));
    assertThat(batch.id(0), is("aé"));
  }

  @Test
  void theActualValueIsCut() {
    lines.check("{" + BODY + ",\"type\":\"" + "é".repeat(5000) + "\"}");
    assertThat(lines.violations().get(0).actual().length(), is(lessThanOrEqualTo(200)));
  }

  @Test
  void vectorsWithoutADimensionAreRefusedWithAHint() {
    Lines none =
        new Lines(BuiltInContracts.find("analogies").orElseThrow(), CheckerOptions.DEFAULTS);
    none.check("{" + BODY + ",\"embedding\":[1]}");
    assertThat(none.broken(), contains("embedding.dimension /embedding"));
    assertThat(none.violations().get(0).hint(), containsString("simile.dimension"));
  }

  @Test
  void badUtf8IsTheOnlyFinding() {
    lines.check(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '7'});
    assertThat(lines.broken(), is(List.of("utf8.invalid")));
    assertThat(lines.violations().get(0).actual(), is("C0 AF 22 3A"));
  }

  @Test
  void zeroBytesAreNotTakenForUtf16() {
    lines.check("{\0\"\0i\0d\0\"\0:\0\"\0x\0\"\0}\0");
    assertThat(lines.broken(), contains("json.syntax"));
  }
}
