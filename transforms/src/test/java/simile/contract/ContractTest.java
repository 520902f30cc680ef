package simile.contract;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import simile.record.Schema;

final class ContractTest {
  private final Contract analogies = BuiltInContracts.find("analogies").orElseThrow();

  @Test
  void theSchemaHasTheIdFirstAndNeitherTypeNorEmbedding() {
    Schema schema = analogies.schema();
    assertThat(
        schema.columns().stream().map(c -> c.name() + ":" + c.type()).toList(),
        contains(
            "id:TEXT",
            "source_domain:TEXT",
            "target_domain:TEXT",
            "quality_score:REAL",
            "concept_mappings:JSON",
            "frame_mappings:JSON",
            "created_at:TIMESTAMP",
            "updated_at:TIMESTAMP",
            "tags:JSON",
            "metadata:JSON",
            "workflow_id:TEXT"));
    assertThat(schema.partitionBy().orElseThrow(), is("source_domain"));
    assertThat(schema.indexes(), is(List.of(List.of("source_domain", "target_domain"))));
    assertThat(schema.columns().get(6).stamped(), is(true));
  }

  @Test
  void everyBuiltInContractIsRead() {
    for (String name : BuiltInContracts.names()) {
      assertThat(BuiltInContracts.find(name).orElseThrow().name(), is(name));
    }
    assertThat(BuiltInContracts.find("../secrets").isEmpty(), is(true));
  }

  @Test
  void aContractSurvivesSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(analogies);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Contract copy = (Contract) in.readObject();
      assertThat(copy.sha256(), is(analogies.sha256()));
      assertThat(copy.schema(), is(analogies.schema()));
    }
  }

  @Test
  void aContractDescribesItself() {
    String text = analogies.describe();
    assertThat(text, containsString("quality_score"));
    assertThat(text, containsString("required, at least 0, at most 1"));
    assertThat(text, containsString("rule updated-not-before-created (error)"));
    assertThat(ContractJson.of(analogies).get("partition_by").textValue(), is("source_domain"));
  }

  @Test
  void aContractFollowsItself() {
    Schema stored = analogies.schema().withDimension(OptionalInt.of(8));
    assertThat(ContractCompatibility.check(stored, analogies), is(empty()));
  }

  @Test
  void changesThatBreakWhatIsStoredAreNamed() throws ContractException {
    Contract old = ContractParserTest.parse(ContractParserTest.GOOD);
    String changed =
        ContractParserTest.GOOD
            .replace("logicalType: number", "logicalType: integer")
            .replace("size < 5.0", "size < 5")
            .replace("name: kind", "name: sort");
    assertThat(
        ContractCompatibility.check(
            old.schema().withDimension(OptionalInt.of(8)), ContractParserTest.parse(changed)),
        contains(
            "the column 'size' is stored as REAL, but the contract says INTEGER",
            "the column 'kind' is stored, but the contract lacks it",
            "the collection is partitioned by 'kind', but the contract says 'sort'",
            "the collection has embeddings of 8 numbers, but the contract has none"));
  }

  @Test
  void newFieldsAndOtherLimitsAreCompatible() throws ContractException {
    Contract old = ContractParserTest.parse(ContractParserTest.GOOD);
    String changed =
        ContractParserTest.GOOD
            .replace("maximum: 9", "maximum: 99")
            .replace(
                "      - name: kind",
                "      - name: more\n        logicalType: date\n      - name: kind");
    assertThat(
        ContractCompatibility.check(old.schema(), ContractParserTest.parse(changed)), is(empty()));
  }
}
