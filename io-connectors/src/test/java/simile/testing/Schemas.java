package simile.testing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;

/** Schemas like those of the built-in contracts. */
public final class Schemas {
  private Schemas() {}

  /** Analogies: twelve columns. */
  public static Schema analogies(OptionalInt dimension) {
    return new Schema(
        "analogies",
        List.of(
            Column.of("id", ColumnType.TEXT),
            Column.of("type", ColumnType.TEXT),
            Column.of("source_domain", ColumnType.TEXT),
            Column.of("target_domain", ColumnType.TEXT),
            new Column("quality_score", ColumnType.REAL, false, true),
            Column.of("concept_mappings", ColumnType.JSON),
            Column.of("frame_mappings", ColumnType.JSON),
            new Column("created_at", ColumnType.TIMESTAMP, true, true),
            Column.of("updated_at", ColumnType.TIMESTAMP),
            Column.of("tags", ColumnType.JSON),
            Column.of("metadata", ColumnType.JSON),
            Column.of("workflow_id", ColumnType.TEXT)),
        Optional.of("source_domain"),
        List.of(List.of("source_domain", "target_domain")),
        dimension);
  }
}
