package simile.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import org.junit.jupiter.api.Test;
import simile.contract.BuiltInContracts;
import simile.parquet.ParquetField;

class ParquetSchemasTest {
  @Test
  void analogiesHaveTypedColumns() {
    assertThat(
        ParquetSchemas.of(BuiltInContracts.find("analogies").orElseThrow()).stream()
            .map(ParquetSchemasTest::shown)
            .toList(),
        contains(
            "id TEXT",
            "type TEXT",
            "source_domain TEXT",
            "target_domain TEXT",
            "quality_score REAL",
            "concept_mappings NAMES",
            "frame_mappings NAMES",
            "created_at TIMESTAMP",
            "updated_at TIMESTAMP",
            "tags TEXTS",
            "metadata JSON",
            "workflow_id TEXT",
            "embedding VECTOR"));
  }

  private static String shown(ParquetField field) {
    return field.name() + " " + field.type();
  }
}
