package simile.jobs.export;

import java.util.List;
import simile.export.ExportFormat;
import simile.jobs.RefusedException;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.store.CollectionSnapshot;

/** What of an export's shape depends on the collection. */
final class ShapeChecks {
  private ShapeChecks() {}

  /**
   * Checks it.
   *
   * @throws RefusedException if the collection cannot be exported so
   */
  static void require(ExportArgs args, CollectionSnapshot read) {
    Schema schema = read.schema();
    args.partitionBy().ifPresent(field -> requireText(schema, field));
    if (args.format() == ExportFormat.NPZ && schema.dimension().isEmpty()) {
      throw new RefusedException(
          "collection '%s' has no vectors as of version %d, and an npz file holds nothing else; choose another format"
              .formatted(schema.collection(), read.version()));
    }
  }

  private static void requireText(Schema schema, String field) {
    List<String> texts =
        schema.columns().stream()
            .filter(column -> column.type() == ColumnType.TEXT)
            .map(Column::name)
            .toList();
    if (!texts.contains(field)) {
      throw new RefusedException(
          "--partition-by %s: collection '%s' has no text field of that name; it has %s"
              .formatted(field, schema.collection(), String.join(", ", texts)));
    }
  }
}
